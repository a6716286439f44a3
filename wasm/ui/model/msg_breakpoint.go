package model

import "slices"

// ToggleBreakpoint sets a breakpoint at step At, or removes it. Playing stops after that
// step.
type ToggleBreakpoint struct{ At int }

// ToggleBreakpointHere does the same at the cursor.
type ToggleBreakpointHere struct{}

func (b ToggleBreakpoint) update(m *Model) []Cmd {
	if b.At < 1 || b.At > m.Len() {
		return nil
	}
	id := m.Path[b.At]
	if i := slices.Index(m.Breakpoints, id); i >= 0 {
		m.Breakpoints = slices.Delete(slices.Clone(m.Breakpoints), i, i+1)
		m.Status = "breakpoint removed from " + stepName(b.At)
		return nil
	}
	m.Breakpoints = append(m.Breakpoints[:len(m.Breakpoints):len(m.Breakpoints)], id)
	m.Status = "breakpoint at " + stepName(b.At)
	return nil
}

func (ToggleBreakpointHere) update(m *Model) []Cmd {
	if m.At == 0 {
		return m.notify("A breakpoint needs a step: take one first.")
	}
	return ToggleBreakpoint{m.At}.update(m)
}
