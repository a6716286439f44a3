package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/script"
)

// Row is a step in the ladder.
type Row struct {
	N           int // the number of the step
	Kind        StepKind
	Side        string           // the lane: "client", "server" or "network"
	Dir         engine.Direction // of a step of the network
	Call        string           // "SSL_read(100)"
	Line        string           // "line 12": of the program that made the call, "" for a call by hand
	Stopped     bool             // a program was stopped, or aborted
	Found       string           // what a program's poll has found: "POLLIN"
	Output      string           // the first line of what the program has printed since its step before
	Return      string           // "0", "" for a step that returns nothing
	Error       string           // "ZERO_RETURN", "" for none
	Errno       string           // "ECONNRESET", "0"; "" where nobody asks
	Zero        string           // "half done": what a 0 means for which SSL_get_error names an error; then Error is ""
	Tone        explain.Tone
	Reason      string // the text of the error queue, "" for none
	Effects     []explain.Effect
	Records     []Record
	Links       []Link // the lines of records of earlier rows
	Current     bool
	Ahead       bool    // the cursor has not come to it
	Highlighted bool    // it set the flag that is highlighted
	Breakpoint  bool    // playing stops after it
	Blocked     [2]bool // by engine.Role: after it the peer is in a call that has not returned
	LateReturns []LateReturn
	Branches    int // how many branches begin with this step or instead of it; 0 for one
	Motion      Motion
}

// LateReturn tells of a call that was made in an earlier step and returned in this one.
type LateReturn struct {
	Role engine.Role
	Text string
}

// rowScene is the row of step i.
func (m *Model) rowScene(i int, records recordTracker, lines links) Row {
	if m.hides(i) {
		return m.hiddenRow(i)
	}
	s := m.Step(i)
	r := Row{
		N: i, Kind: stepKind(s), Side: sideOf(s.Op), Dir: s.Op.Dir, Call: explain.CallText(s), Line: programLineOf(s),
		Tone: explain.ToneOf(s), Effects: explain.Effects(m.History, m.Path[i]), Records: m.rowRecords(i, records, lines),
		Links:   lines.rows[i],
		Current: i == m.At, Ahead: i > m.At, Highlighted: records.highlight.Step == i,
		Breakpoint: m.hasBreakpoint(i), Branches: len(m.futuresAt(i - 1)),
	}
	if s.Returned {
		r.Return, r.Reason = explain.ReturnText(s), explain.ReasonOf(s)
		r.Zero = explain.MeaningOfZero(s)
		if r.Tone == explain.ToneFatal {
			r.Errno = explain.ErrnoOf(s)
		}
		if s.Error != engine.ErrorNone && r.Zero == "" {
			r.Error = s.Error.Short()
		}
	}
	r.addProgram(s)
	for _, role := range engine.Roles {
		_, r.Blocked[role] = m.History.World(m.Path[i]).Endpoint(role).Blocked()
	}
	for _, late := range s.LateReturns() {
		r.LateReturns = append(r.LateReturns, LateReturn{late.Role, explain.LateReturn(late)})
	}
	if r.Current {
		r.Motion = m.motion()
	}
	return r
}

// programLineOf is the line of the call that a program made, "" for any other step.
func programLineOf(s engine.Step) string {
	if ran, ok := s.Program(); ok && ran.Line > 0 {
		return "line " + strconv.Itoa(ran.Line)
	}
	return ""
}

// addProgram adds what only a step of a program has.
func (r *Row) addProgram(s engine.Step) {
	ran, ok := s.Program()
	if !ok {
		return
	}
	r.Stopped = isBadEnd(ran)
	r.Found = explain.Revents(ran.Answer)
	if s.Returned && ran.Keys != engine.AllKeys {
		r.Errno = s.Errno.String()
	}
	first, rest, _ := strings.Cut(strings.TrimRight(ran.Output, "\n"), "\n")
	if r.Output = clip(script.StripHidden(first)); rest != "" {
		r.Output += " \u2026"
	}
}
