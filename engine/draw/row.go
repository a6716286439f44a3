package draw

import (
	"closenotify/engine"
)

// row is one step of the picture. The first row of a picture may show what was on
// the wire before the first step; its step is zero.
type row struct {
	step    engine.Step
	caller  engine.Role // of a call
	lanes   [2][]line   // by role
	network []line      // in the middle
	arrows  []arrow     // in the middle, below network
	top     int
	height  int
	begin   int // when an animated row appears, milliseconds
}

// line is a line of text in a lane, or a line of flags.
type line struct {
	class string
	text  string
	flags []flagState
}

// flagState is a shutdown flag and whether it is set.
type flagState struct {
	flag engine.ShutdownFlags
	set  bool
}

// moment is a step with the Worlds before and after it.
type moment struct {
	before, after engine.World
	step          engine.Step
}

// rowsOf makes the rows of a path.
func rowsOf(h engine.History, path []engine.NodeID) []row {
	a := arrowMaker{version: h.World(path[0]).Config().Version, moves: movesByRecord(h, path), drawn: map[engine.RecordID]bool{}}
	var rows []row
	if r := startRow(h.World(path[0]), &a); len(r.arrows) > 0 || len(r.lanes[engine.Client])+len(r.lanes[engine.Server]) > 0 {
		rows = append(rows, r)
	}
	for i, id := range path[1:] {
		m := moment{h.World(path[i]), h.World(id), h.Step(id)}
		rows = append(rows, m.row(h, path, &a))
	}
	return rows
}

// startRow shows the records and flags that there are before the first step. In most
// pictures it is empty.
func startRow(w engine.World, a *arrowMaker) row {
	r := row{network: []line{{class: "note", text: "before the first step"}}, arrows: a.beforeFirstStep(w)}
	for _, role := range engine.Roles {
		if flags := changedFlags(0, w.Endpoint(role).Shutdown()); len(flags) > 0 {
			r.lanes[role] = []line{{flags: flags}}
		}
	}
	return r
}

// row makes the row of one step.
func (m moment) row(h engine.History, path []engine.NodeID, a *arrowMaker) row {
	r := row{step: m.step, caller: m.step.Op.Role}
	if m.step.Op.IsCall() {
		r.lanes[r.caller] = m.callLines()
	} else {
		r.network = wrapped("call", m.step.Op.String(), wireTextWidth)
	}
	for _, late := range m.step.LateReturns() {
		if late.Step == m.step.N {
			continue // callLines has it
		}
		r.lanes[late.Role] = append(r.lanes[late.Role], lateLines(late, callOf(h, path, late.Step))...)
	}
	for _, role := range engine.Roles {
		r.lanes[role] = append(r.lanes[role], m.stateLines(role)...)
		if flags := changedFlags(m.before.Endpoint(role).Shutdown(), m.after.Endpoint(role).Shutdown()); len(flags) > 0 {
			r.lanes[role] = append(r.lanes[role], line{flags: flags})
		}
	}
	if m.step.Deadlock {
		r.network = append(r.network, wrapped("error", "deadlock: each peer waits for the other", wireTextWidth)...)
	}
	arrows, unknown := a.ofStep(m)
	r.arrows = arrows
	for _, text := range unknown {
		r.network = append(r.network, wrapped("note", text, wireTextWidth)...)
	}
	return r
}

// callOf gives the call of an earlier step of the path, as a person would write it.
func callOf(h engine.History, path []engine.NodeID, step int) string {
	if i := step - h.World(path[0]).Steps(); i > 0 && i < len(path) {
		return h.Step(path[i]).Op.Call()
	}
	return "the call"
}
