package model

import (
	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/program"
)

// LaneHeader is the head of a peer's lane, which stays in sight.
type LaneHeader struct {
	Role   engine.Role
	Pills  [2]Pill // SENT and RECEIVED
	Notes  []string
	Freed  bool
	Motion Motion
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
	lane := LaneHeader{Role: r, Freed: e.State() == engine.Freed, Notes: laneNotes(m.World(), r), Motion: m.motion()}
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
func laneNotes(w engine.World, r engine.Role) []string {
	e := w.Endpoint(r)
	notes := stateNotes(e)
	if socketClosed(w, r) {
		notes = append(notes, "socket closed")
	}
	if e.State() == engine.Freed {
		return notes
	}
	if op, blocked := e.Blocked(); blocked {
		notes = append(notes, "waits in "+op.Call())
	}
	if p := w.Program(r); p.Status() == program.Calling && isPoll(p.Call()) {
		notes = append(notes, "waits in "+explain.WaitText(p.Call()))
	}
	if e.QuietShutdown() {
		notes = append(notes, "quiet shutdown")
	}
	if a, ok := e.AlertWaiting(); ok {
		notes = append(notes, a.String()+" not out") // after a failed write it may never be
	}
	if n := e.Pending(); n > 0 {
		notes = append(notes, explain.ByteCount(n)+" pending")
	}
	if got, ok := e.HalfRead(); ok {
		notes = append(notes, explain.ByteCount(got)+" of a record read")
	}
	return notes
}

// stateNotes has a note for every state but an established connection.
func stateNotes(e engine.Endpoint) []string {
	switch e.State() {
	case engine.Freed:
		return []string{"freed"}
	case engine.Before:
		return []string{"no handshake yet"}
	case engine.Init:
		if e.Failed() {
			return []string{"fatal error"}
		}
		return []string{"in a handshake"}
	}
	return nil
}

// socketClosed reports whether a peer has closed its socket. Other transports have none.
func socketClosed(w engine.World, r engine.Role) bool {
	_, open := w.Poll(r)
	return !open && w.HasSockets()
}
