package model

import (
	"slices"

	"closenotify/engine"
)

// ToggleBreakpoint sets a breakpoint behind step At, or takes it away: playing stops there.
type ToggleBreakpoint struct{ At int }

// ToggleBreakpointHere does so at the cursor.
type ToggleBreakpointHere struct{}

func (b ToggleBreakpoint) update(m *Model) []Cmd {
	if b.At < 1 || b.At > m.Len() {
		return nil
	}
	id := m.Path[b.At]
	if i := slices.Index(m.Breakpoints, id); i >= 0 {
		m.Breakpoints = slices.Delete(slices.Clone(m.Breakpoints), i, i+1)
		m.Status = "no breakpoint at " + stepName(b.At) + " any more"
		return nil
	}
	m.Breakpoints = append(m.Breakpoints[:len(m.Breakpoints):len(m.Breakpoints)], id)
	m.Status = "breakpoint at " + stepName(b.At)
	return nil
}

func (ToggleBreakpointHere) update(m *Model) []Cmd {
	if m.At == 0 {
		return m.notify("A breakpoint stands at a step: take one first.")
	}
	return ToggleBreakpoint{m.At}.update(m)
}

// hasBreakpoint reports whether playing stops behind step i.
func (w *Draft) hasBreakpoint(i int) bool { return i > 0 && slices.Contains(w.Breakpoints, w.Path[i]) }

// breakpointSteps lists the steps of the branch with a breakpoint, in order.
func (w *Draft) breakpointSteps() []int {
	var list []int
	for _, id := range w.Breakpoints {
		if i := w.stepNumber(id); i < len(w.Path) && w.Path[i] == id {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return list
}

// stepNumber is how many steps lead to a moment.
func (w *Draft) stepNumber(id engine.NodeID) int {
	if int(id) >= w.History.Len() {
		return 0
	}
	return w.History.World(id).Steps() - w.History.World(0).Steps()
}
