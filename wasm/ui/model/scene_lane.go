package model

import (
	"closenotify/engine"
	"closenotify/engine/explain"
)

// LaneHeader is the head of a peer's lane, which stays in sight.
type LaneHeader struct {
	Role  engine.Role
	Pills [2]Pill // SENT and RECEIVED
	Notes []string
	Freed bool
}

// Pill is one of the two shutdown flags.
type Pill struct {
	Name        string // "SENT"
	On          bool
	Changed     bool   // by the step under the cursor
	Cause       string // what set it, "" while it is not set
	Step        int    // the step that set it, 0 for none
	Highlighted bool   // its cause is highlighted
	Action      string // what a press does
}

// laneScene is the header of a lane at the cursor.
func (m *Model) laneScene(r engine.Role) LaneHeader {
	e := m.World().Endpoint(r)
	lane := LaneHeader{Role: r, Freed: e.State() == engine.Freed, Notes: laneNotes(e)}
	causes := [2]engine.Cause{e.SentBy(), e.ReceivedBy()}
	for i, f := range []engine.ShutdownFlags{engine.SentShutdown, engine.ReceivedShutdown} {
		p := Pill{Name: f.String(), On: e.Shutdown().Has(f), Highlighted: m.Highlight == Highlight{true, r, f}, Action: highlightAction(r, f)}
		if p.On {
			p.Step, p.Cause = causes[i].Step, m.flagCause(causes[i])
		}
		for _, c := range explain.FlagChanges(m.History, m.Path[m.At]) {
			p.Changed = p.Changed || c.Role == r && c.Flag == f
		}
		lane.Pills[i] = p
	}
	return lane
}

// laneNotes are what should not be forgotten about a peer.
func laneNotes(e engine.Endpoint) []string {
	var notes []string
	switch e.State() {
	case engine.Freed:
		return []string{"freed"}
	case engine.Before:
		notes = append(notes, "no handshake yet")
	case engine.Init:
		if e.Failed() {
			notes = append(notes, "fatal error")
		} else {
			notes = append(notes, "in a handshake")
		}
	}
	if op, blocked := e.Blocked(); blocked {
		notes = append(notes, "waits in "+op.Call())
	}
	if e.QuietShutdown() {
		notes = append(notes, "quiet shutdown")
	}
	if a, ok := e.AlertWaiting(); ok {
		notes = append(notes, a.String()+" not out yet")
	}
	if n := e.Pending(); n > 0 {
		notes = append(notes, explain.ByteCount(n)+" pending")
	}
	if got, ok := e.HalfRead(); ok {
		notes = append(notes, explain.ByteCount(got)+" of a record read")
	}
	return notes
}
