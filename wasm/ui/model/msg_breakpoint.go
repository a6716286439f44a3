package model

import (
	"slices"

	"closenotify/engine"
)

// Break sets a breakpoint behind step At, or takes it away: playing stops there.
type Break struct{ At int }

// BreakHere does so at the cursor.
type BreakHere struct{}

func (b Break) update(m *Model) []Cmd {
	if b.At < 1 || b.At > m.Len() {
		return nil
	}
	id := m.Path[b.At]
	if i := slices.Index(m.Breaks, id); i >= 0 {
		m.Breaks = slices.Delete(slices.Clone(m.Breaks), i, i+1)
		m.Status = "no breakpoint at " + stepName(b.At) + " any more"
		return nil
	}
	m.Breaks = append(m.Breaks[:len(m.Breaks):len(m.Breaks)], id)
	m.Status = "breakpoint at " + stepName(b.At)
	return nil
}

func (BreakHere) update(m *Model) []Cmd {
	if m.At == 0 {
		return m.say("A breakpoint stands at a step: take one first.")
	}
	return Break{m.At}.update(m)
}

// breaksAt reports whether playing stops behind step i.
func (w *Work) breaksAt(i int) bool { return i > 0 && slices.Contains(w.Breaks, w.Path[i]) }

// breakSteps lists the steps of the branch with a breakpoint, in order.
func (w *Work) breakSteps() []int {
	var list []int
	for _, id := range w.Breaks {
		if i := w.depth(id); i < len(w.Path) && w.Path[i] == id {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return list
}

// depth is how many steps lead to a moment.
func (w *Work) depth(id engine.NodeID) int {
	if int(id) >= w.History.Len() {
		return 0
	}
	return w.History.World(id).Steps() - w.History.World(0).Steps()
}
