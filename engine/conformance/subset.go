package conformance

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Subset is the part of the script language that random scripts use. Each contains the
// ones before it.
type Subset int

const (
	// Core is SSL_shutdown, SSL_read, SSL_peek, SSL_write, SSL_set_shutdown,
	// SSL_set_quiet_shutdown, SSL_free, hold, deliver, capacity, fin, reset, broken,
	// truncate, corrupt and inject alert, on an established connection.
	Core Subset = iota
	// Messages adds the messages that follow a handshake (NewSessionTicket, KeyUpdate)
	// with the calls that cause or process them, options, modes and keep_errors.
	Messages
	// Whole adds handshakes, SSL_clear, close on real sockets, the other transports,
	// and each call and step of the network that has no row in weights.
	// It leaves out renegotiation, a handshake after both peers have called SSL_clear, and
	// damage to an unfinished handshake.
	Whole
	// Everything adds SSL_renegotiate, and BIOs that block.
	Everything
)

// Default is what the command record records, and what compare compares without -subset.
const Default = Everything

// ParseSubset reads the name of a subset.
func ParseSubset(name string) (Subset, error) {
	i := slices.Index(subsetNames, name)
	if i < 0 {
		return 0, fmt.Errorf("%s: expected one of %s", strconv.Quote(name), strings.Join(subsetNames, ", "))
	}
	return Subset(i), nil
}

var subsetNames = []string{Core: "core", Messages: "messages", Whole: "whole", Everything: "everything"}

// String gives the name.
func (s Subset) String() string { return subsetNames[s] }
