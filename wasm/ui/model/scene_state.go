package model

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
)

// StateScene is the State panel.
type StateScene struct {
	Rows   []StateRow
	Events []string // what the message callback reported in this step
	Map    FlagMap
}

// StateRow is something that can be asked of both peers or of both directions.
type StateRow struct {
	Name  string
	Group string       // "peers" or "wire"
	Cells [2]StateCell // by engine.Role or engine.Direction
}

// StateCell is an answer.
type StateCell struct {
	Now         string
	Was         string // before the step under the cursor
	Changed     bool   // by that step
	Highlighted bool   // it holds the flag that is highlighted
}

// stateScene is the panel at the cursor.
func (m *Model) stateScene() StateScene {
	s := StateScene{Rows: m.stateRows(), Map: m.flagMapScene()}
	if m.At == 0 {
		return s
	}
	for _, e := range m.Step(m.At).Events() {
		verb, name := " sent ", e.Message.String()
		if e.Received {
			verb = " received "
		}
		if e.Type == engine.TypeAlert {
			name = "alert " + e.Alert.Level.String() + " " + e.Alert.String()
		}
		s.Events = append(s.Events, e.Role.String()+verb+name)
	}
	return s
}

// stateRows compares the World at the cursor with the World before the step.
func (m *Model) stateRows() []StateRow {
	now, was := m.World(), m.World()
	if m.At > 0 {
		was = m.History.World(m.Path[m.At-1])
	}
	var rows []StateRow
	for _, f := range peerFields {
		r := StateRow{Name: f.name, Group: "peers"}
		for i, role := range engine.Roles {
			r.Cells[i] = stateCell(peerValue(now, role, f), peerValue(was, role, f))
			r.Cells[i].Highlighted = f.name == "SSL_get_shutdown" && m.Highlight.On && m.Highlight.Role == role
		}
		rows = append(rows, r)
	}
	poll := StateRow{Name: "poll(2) of the socket", Group: "peers"}
	for i, role := range engine.Roles {
		poll.Cells[i] = stateCell(pollText(now, role), pollText(was, role))
	}
	rows = slices.Insert(rows, 1, poll) // beside the flags: both say whether it is worth while to read
	for _, f := range wireFields {
		r := StateRow{Name: f.name, Group: "wire"}
		for i, d := range engine.Directions {
			r.Cells[i] = stateCell(f.value(now.Wire(d)), f.value(was.Wire(d)))
		}
		rows = append(rows, r)
	}
	return rows
}

// stateCell compares an answer with the one before.
func stateCell(now, was string) StateCell { return StateCell{Now: now, Was: was, Changed: now != was} }

// peerField is something that can be asked of a peer.
type peerField struct {
	name  string
	value func(engine.Endpoint) string
}

// peerFields are what the trace has, and then what only the engine knows.
var peerFields = []peerField{
	{"SSL_get_shutdown", func(e engine.Endpoint) string { return e.Shutdown().String() }},
	{"SSL_has_pending", func(e engine.Endpoint) string { return yesNo(e.HasPending()) }},
	{"SSL_pending", func(e engine.Endpoint) string { return strconv.Itoa(e.Pending()) + " B" }},
	{"state", func(e engine.Endpoint) string { return e.State().String() }},
	{"SSL_state_string_long", func(e engine.Endpoint) string { return e.StateString() }},
	{"SSL_want", func(e engine.Endpoint) string { return e.Want().String() }},
	{"session resumable", func(e engine.Endpoint) string { return yesNo(e.Resumable()) }},
	{"session cached", func(e engine.Endpoint) string { return yesNo(e.Cached()) }},
	{"quiet shutdown", func(e engine.Endpoint) string { return yesNo(e.QuietShutdown()) }},
	{"blocked in", func(e engine.Endpoint) string {
		op, blocked := e.Blocked()
		if !blocked {
			return "no call"
		}
		return op.Call()
	}},
	{"fatal error", func(e engine.Endpoint) string { return yesNo(e.Failed()) }},
	{"alert not yet out", func(e engine.Endpoint) string {
		a, waits := e.AlertWaiting()
		if !waits {
			return "none"
		}
		return a.String()
	}},
	{"record half written", func(e engine.Endpoint) string {
		_, sent, ok := e.HalfWritten()
		if !ok {
			return "no"
		}
		return strconv.Itoa(sent) + " B out"
	}},
	{"record half read", func(e engine.Endpoint) string {
		got, ok := e.HalfRead()
		if !ok {
			return "no"
		}
		return strconv.Itoa(got) + " B in"
	}},
}

// peerValue is the answer of a peer. One that has been freed has only its state.
func peerValue(w engine.World, r engine.Role, f peerField) string {
	e := w.Endpoint(r)
	if e.State() == engine.Freed && f.name != "state" {
		return "\u2013"
	}
	return f.value(e)
}

// pollText is what poll(2) answers of a peer's socket, in words.
func pollText(w engine.World, r engine.Role) string {
	events, ok := w.Poll(r)
	switch {
	case socketClosed(w, r):
		return "closed"
	case !ok:
		return "no socket"
	case events == 0:
		return "0"
	}
	var names []string
	for name := range events.Names() {
		names = append(names, "POLL"+strings.ToUpper(name))
	}
	return strings.Join(names, " ")
}

// wireFields are what can be asked of a direction.
var wireFields = []struct {
	name  string
	value func(engine.Wire) string
}{
	{"queued", func(w engine.Wire) string { return strconv.Itoa(w.Queued()) + " B" }},
	{"readable", func(w engine.Wire) string { return strconv.Itoa(w.Readable()) + " B" }},
	{"capacity", func(w engine.Wire) string { return strconv.Itoa(w.Capacity()) + " B" }},
	{"held", func(w engine.Wire) string { return yesNo(w.Held()) }},
	{"FIN", func(w engine.Wire) string {
		before, ok := w.FIN()
		if !ok {
			return "no"
		}
		return "after " + strconv.Itoa(before) + " B"
	}},
	{"RST", func(w engine.Wire) string {
		before, ok := w.RST()
		switch {
		case w.Reset(): // by the network: it has overtaken the bytes that are queued
			return "has arrived"
		case !ok:
			return "no"
		}
		return "after " + strconv.Itoa(before) + " B"
	}},
	{"broken", func(w engine.Wire) string { return yesNo(w.Broken()) }},
}

// yesNo is an answer in words.
func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
