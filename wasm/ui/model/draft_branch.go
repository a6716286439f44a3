package model

import (
	"slices"

	"closenotify/engine"
)

// seek moves the cursor, as far as there are steps.
func (d *Draft) seek(at int) { d.At = max(0, min(at, d.Len())) }

// apply applies op at the cursor. If the branch goes on with the same op, the cursor
// follows it. Otherwise a new branch begins, and the old one stays in History.
func (d *Draft) apply(op engine.Op) error {
	h, id, err := d.History.Act(d.Path[d.At], op)
	if err != nil {
		return err
	}
	if d.At < d.Len() && d.Path[d.At+1] == id {
		d.At++
		return nil
	}
	d.Dirty = d.Dirty || h.Len() > d.History.Len()
	d.History = h
	d.Path = append(d.Path[:d.At+1:d.At+1], h.Path(h.Tip(id))[d.At+1:]...)
	d.At++
	return nil
}

// switchBranch changes to the branch through a moment. A cursor that was further along
// the old branch goes to the first step in which the two differ.
func (d *Draft) switchBranch(id engine.NodeID) {
	if id < 0 || int(id) >= d.History.Len() {
		return
	}
	old := d.Path
	d.Path, d.ShownRecord = d.History.Path(d.History.Tip(id)), 0
	same := 0
	for same < len(d.Path) && same < len(old) && d.Path[same] == old[same] {
		same++
	}
	d.At = max(0, min(d.At, same, d.Len()))
}

// hasBranches reports whether there are moments outside the branch on the stage.
func (d *Draft) hasBranches() bool { return d.History.Len() > len(d.Path) }

// isOnPath reports whether the branch on the stage goes through a moment, which is
// reached with step i.
func (d *Draft) isOnPath(id engine.NodeID, i int) bool { return i < len(d.Path) && d.Path[i] == id }

// stepNumber is the number of the step that leads to a moment, 0 for the root and for
// a moment that does not exist.
func (d *Draft) stepNumber(id engine.NodeID) int {
	if int(id) >= d.History.Len() {
		return 0
	}
	return d.History.World(id).Steps() - d.History.World(0).Steps()
}

// hasBreakpoint reports whether playing stops after step i.
func (d *Draft) hasBreakpoint(i int) bool { return i > 0 && slices.Contains(d.Breakpoints, d.Path[i]) }

// breakpointSteps lists the steps of the branch that have a breakpoint, in order.
func (d *Draft) breakpointSteps() []int {
	var list []int
	for _, id := range d.Breakpoints {
		if i := d.stepNumber(id); d.isOnPath(id, i) {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return list
}

// isSamePath reports whether a and b are the same slice. Paths are replaced and never
// written in place, so the same slice is the same branch, and no element has to be
// compared.
func isSamePath(a, b []engine.NodeID) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
