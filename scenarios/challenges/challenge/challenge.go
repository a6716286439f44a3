// Package challenge reads a challenge and checks what somebody has done about it.
//
// A challenge begins with a script, and has conditions that hold in the end. In two kinds the
// player adds steps to the script, in the other two the program of a peer is changed or put
// together. Whether the conditions hold is found by playing: no answer is stored.
//
// The client links this package and fetches the texts. Those that ship are in the package
// challenges.
package challenge

import (
	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Kind says what the player does.
type Kind string

// The kinds.
const (
	Reach  Kind = "reach"  // add steps until the goals are met
	Break  Kind = "break"  // add steps of the network and the other peer that break a program
	Repair Kind = "repair" // change a wrong program
	Order  Kind = "order"  // put lines in order, some of which are wrong
)

// AddsSteps reports whether the player adds steps; else a program is changed.
func (k Kind) AddsSteps() bool { return k == Reach || k == Break }

// A Challenge is one task.
type Challenge struct {
	// Scenario is what the stage begins with. Its summary says what to reach.
	scenarios.Scenario
	Kind    Kind
	Hint    string
	Lessons []string // names of lessons that help
	// Par is the fewest steps that reach the goals, or how many lines of the program our own
	// solution changes (Repair) or has (Order).
	Par     int
	Allowed []engine.Op // the steps that may be added
	Peer    engine.Role
	Lines   []string // of Order: right and wrong ones, mixed
	// Trials are what is played: the script itself, and with a program also scripts with other
	// peers and networks.
	Trials []Trial
}

// A Trial is a script and what must hold when it has been played.
type Trial struct {
	Title  string // "" for the script of the challenge
	Script script.Script
	Goals  []Goal
}

// Unit is what Par counts.
func (k Kind) Unit() string {
	switch k {
	case Repair:
		return "lines changed"
	case Order:
		return "lines"
	}
	return "steps"
}
