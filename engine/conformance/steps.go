package conformance

import (
	"fmt"
	"strconv"
	"strings"
)

// Steps says which part of the script language a random script uses.
type Steps int

const (
	// Core is SSL_shutdown, SSL_read, SSL_peek, SSL_write, SSL_set_shutdown,
	// SSL_set_quiet_shutdown, SSL_free and every step of the network, on an
	// established connection.
	Core Steps = iota
	// Messages adds what comes behind a handshake, tickets and KeyUpdate, with the
	// calls that have to do with it, options, modes and the kept error queue.
	Messages
	// Whole adds the handshake itself and SSL_clear, but leaves out what traces are
	// not compared for: renegotiation, a handshake after SSL_clear, and damage to a
	// handshake under way.
	Whole
	// Everything adds SSL_renegotiate, whose traces need not agree beyond what a
	// lesson shows, and peers that block.
	Everything
)

// Default is the part that is compared and recorded unless asked otherwise: what
// the engine runs.
const Default = Whole

// ParseSteps reads the name of a part of the language.
func ParseSteps(word string) (Steps, error) {
	for i, name := range stepsNames {
		if word == name {
			return Steps(i), nil
		}
	}
	return 0, fmt.Errorf("%s: expected one of %s", strconv.Quote(word), strings.Join(stepsNames[:], ", "))
}

// stepsNames are indexed by Steps.
var stepsNames = [...]string{Core: "core", Messages: "messages", Whole: "whole", Everything: "everything"}

// String gives the name.
func (s Steps) String() string { return stepsNames[s] }
