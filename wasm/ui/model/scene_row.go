package model

import (
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// Row is a step in the ladder.
type Row struct {
	N           int
	Kind        StepKind
	Side        string // "client", "server" or "network": the lane it stands in
	Dir         engine.Direction
	Call        string
	Return      string // "→ 0", "" for a step that returns nothing
	Error       string // "ZERO_RETURN", "" for none
	Tone        explain.Tone
	Reason      string // of the error queue, "" for none
	Effects     []explain.Effect
	Records     []Record
	Current     bool
	Ahead       bool    // the cursor has not come to it
	Highlighted bool    // it set the flag that is lit
	Breakpoint  bool    // playing stops behind it
	Blocked     [2]bool // by engine.Role: behind it the peer is in a call that has not returned
	LateReturns []LateReturn
	Branches    int // in which the moment before went on; 0 unless it forks
	Animated    int // 1 or 2 while its records fly, in turns; 0 when they are still
}

// LateReturn is a call made in an earlier step that returned in this one.
type LateReturn struct {
	Role engine.Role
	Text string
}

// Future is one way in which a moment went on.
type Future struct {
	Node engine.NodeID
	Text string
	On   bool // it is the branch on the stage
}

// rowScene draws step i of the branch.
func (m *Model) rowScene(i int, f recordTracker) Row {
	s := m.Step(i)
	r := Row{
		N: i, Kind: stepKind(s), Side: sideOf(s.Op), Dir: s.Op.Dir, Call: s.Op.Call(),
		Tone: explain.ToneOf(s), Reason: s.Reason, Records: m.rowRecords(i, f),
		Current: i == m.At, Ahead: i > m.At,
		Effects: explain.Effects(m.History, m.Path[i]), Branches: len(m.futuresAt(i - 1)), Highlighted: f.highlight.Step == i, Breakpoint: m.hasBreakpoint(i),
	}
	if s.Returned {
		r.Return = strconv.Itoa(s.Ret)
		if s.Error != engine.ErrorNone {
			r.Error = s.Error.Short()
		}
	} else {
		r.Reason = ""
	}
	for _, role := range engine.Roles {
		_, r.Blocked[role] = m.History.World(m.Path[i]).Endpoint(role).Blocked()
	}
	for _, late := range s.LateReturns() {
		r.LateReturns = append(r.LateReturns, LateReturn{late.Peer, explain.LateReturn(late)})
	}
	if r.Current && m.Flight.On {
		r.Animated = 1 + m.Flight.Seq%2
	}
	return r
}

// futuresAt lists the ways in which the moment behind step i goes on, if there
// is more than one.
func (m *Model) futuresAt(i int) []Future {
	children := m.History.Children(m.Path[i])
	if len(children) < 2 {
		return nil
	}
	var list []Future
	for _, id := range children {
		on := i < m.Len() && m.Path[i+1] == id
		list = append(list, Future{id, m.History.Step(id).Op.String(), on})
	}
	return list
}
