package model

import (
	"closenotify/engine"
	"closenotify/engine/explain"
)

// Row is a step in the ladder.
type Row struct {
	N           int // the number of the step
	Kind        StepKind
	Side        string           // the lane: "client", "server" or "network"
	Dir         engine.Direction // of a step of the network
	Call        string           // "SSL_read(100)"
	Return      string           // "0", "" for a step that returns nothing
	Error       string           // "ZERO_RETURN", "" for none
	Tone        explain.Tone
	Reason      string // the text of the error queue, "" for none
	Effects     []explain.Effect
	Records     []Record
	Current     bool
	Ahead       bool    // the cursor has not come to it
	Highlighted bool    // it set the flag that is highlighted
	Breakpoint  bool    // playing stops after it
	Blocked     [2]bool // by engine.Role: after it the peer is in a call that has not returned
	LateReturns []LateReturn
	Branches    int // how many branches begin with this step or instead of it; 0 for one
	Animated    int // 1 and 2 by turns while its records fly, so that the animation starts again; 0 when they are still
}

// LateReturn tells of a call that was made in an earlier step and returned in this one.
type LateReturn struct {
	Role engine.Role
	Text string
}

// rowScene is the row of step i.
func (m *Model) rowScene(i int, records recordTracker) Row {
	s := m.Step(i)
	r := Row{
		N: i, Kind: stepKind(s), Side: sideOf(s.Op), Dir: s.Op.Dir, Call: s.Op.Call(),
		Tone: explain.ToneOf(s), Effects: explain.Effects(m.History, m.Path[i]), Records: m.rowRecords(i, records),
		Current: i == m.At, Ahead: i > m.At, Highlighted: records.highlight.Step == i,
		Breakpoint: m.hasBreakpoint(i), Branches: len(m.futuresAt(i - 1)),
	}
	if s.Returned {
		r.Return, r.Reason = s.Op.Verb.ReturnText(s.Ret, s.Bytes), s.Reason
		if s.Error != engine.ErrorNone {
			r.Error = s.Error.Short()
		}
	}
	for _, role := range engine.Roles {
		_, r.Blocked[role] = m.History.World(m.Path[i]).Endpoint(role).Blocked()
	}
	for _, late := range s.LateReturns() {
		r.LateReturns = append(r.LateReturns, LateReturn{late.Role, explain.LateReturn(late)})
	}
	if r.Current && m.Flight.On {
		r.Animated = 1 + m.Flight.Seq%2
	}
	return r
}
