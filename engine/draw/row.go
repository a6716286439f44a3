package draw

import (
	"slices"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// row is one step of the picture. The first row of a picture may show what was on
// the wire before the first step; its step is zero.
type row struct {
	step    engine.Step
	caller  engine.Role   // of a call
	lanes   [2][]textLine // by role
	network []textLine    // in the middle
	arrows  []arrow       // in the middle, below network
	top     int
	height  int
	begin   int // when an animated row appears, milliseconds

	laneTop    [2]int // where the texts of lanes begin, by role
	networkTop int    // where network begins
}

// textLine is a line of text in a lane, or a line of flags.
type textLine struct {
	class string
	text  string
	flags []flagState
}

// flagState is a shutdown flag and whether it is set.
type flagState struct {
	flag engine.ShutdownFlags
	set  bool
}

// transition is a step with the Worlds before and after it.
type transition struct {
	before, after engine.World
	step          engine.Step
	columns       *columns
	flags         [2][]flagState // those that the step changes, by role
}

// rowsOf makes the rows of a path in these columns, blank ones without what calls return and change.
func (c *columns) rowsOf(h engine.History, path []engine.NodeID, blank bool) []row {
	a := arrowMaker{version: h.World(path[0]).Config().Version, moves: movesByRecord(h, path), drawn: map[engine.RecordID]bool{}}
	var rows []row
	if r := startRow(h.World(path[0]), &a); len(r.arrows) > 0 || len(r.lanes[engine.Client])+len(r.lanes[engine.Server]) > 0 {
		rows = append(rows, r)
	}
	for i, id := range path[1:] {
		m := transition{before: h.World(path[i]), after: h.World(id), step: h.Step(id), columns: c}
		for _, c := range explain.FlagChanges(h, id) {
			m.flags[c.Role] = append(m.flags[c.Role], flagState{c.Flag, c.Set})
		}
		if blank {
			rows = append(rows, m.blankRow(&a))
		} else {
			rows = append(rows, m.row(h, path, &a))
		}
	}
	return rows
}

// startRow shows the records and flags that there are before the first step. In most
// pictures it is empty.
func startRow(w engine.World, a *arrowMaker) row {
	r := row{network: []textLine{{class: "note", text: "before the first step"}}, arrows: a.beforeFirstStep(w)}
	for _, role := range engine.Roles {
		isClear := func(f flagState) bool { return !f.set }
		if flags := slices.DeleteFunc(allFlags(w.Endpoint(role).Shutdown()), isClear); len(flags) > 0 {
			r.lanes[role] = []textLine{{flags: flags}}
		}
	}
	return r
}

// row makes the row of one step.
func (m transition) row(h engine.History, path []engine.NodeID, a *arrowMaker) row {
	r := row{step: m.step, caller: m.step.Op.Role}
	if m.step.Op.IsCall() {
		r.lanes[r.caller] = m.callLines()
	} else {
		r.network = m.columns.onWire("call", m.step.Op.String())
	}
	for _, late := range m.step.LateReturns() {
		if late.Step == m.step.N {
			continue // callLines has it
		}
		r.lanes[late.Role] = append(r.lanes[late.Role], m.columns.lateLines(late, callOf(h, path, late.Step))...)
	}
	for _, role := range engine.Roles {
		r.lanes[role] = append(r.lanes[role], m.stateLines(role)...)
		if len(m.flags[role]) > 0 {
			r.lanes[role] = append(r.lanes[role], textLine{flags: m.flags[role]})
		}
	}
	if m.step.Deadlock {
		r.network = append(r.network, m.columns.onWire("error", explain.TextDeadlock)...)
	}
	arrows, unknown := a.ofStep(m)
	r.arrows = arrows
	for _, text := range unknown {
		r.network = append(r.network, m.columns.onWire("note", text)...)
	}
	return r
}

// blankRow makes the row of one step without what it returns and changes: only the call, or what
// the network does, and the records.
func (m transition) blankRow(a *arrowMaker) row {
	r := row{step: m.step, caller: m.step.Op.Role}
	if m.step.Op.IsCall() {
		r.lanes[r.caller] = m.columns.inLane("call", explain.CallText(m.step))
	} else {
		r.network = m.columns.onWire("call", m.step.Op.String())
	}
	r.arrows, _ = a.ofStep(m)
	return r
}

// callOf gives the call of an earlier step of the path, as a person would write it.
func callOf(h engine.History, path []engine.NodeID, step int) string {
	if i := step - h.World(path[0]).Steps(); i > 0 && i < len(path) {
		return explain.CallText(h.Step(path[i]))
	}
	return "the call"
}
