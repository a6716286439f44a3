package model

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/program"
)

// ToggleLineBreak sets a breakpoint at a line of a peer's program, or removes it. Playing, and
// running to the end, stop before the line.
type ToggleLineBreak struct {
	Role engine.Role
	Line int
}

func (b ToggleLineBreak) update(m *Model) []Cmd {
	if b.Line < 1 || b.Line > len(m.sourceLines(b.Role)) {
		return nil
	}
	list := slices.Clone(m.LineBreaks[b.Role])
	name := "line " + strconv.Itoa(b.Line) + " of the " + b.Role.String() + "\u2019s program"
	if i := slices.Index(list, b.Line); i >= 0 {
		m.LineBreaks[b.Role] = slices.Delete(list, i, i+1)
		m.Status = "breakpoint removed from " + name
		return nil
	}
	m.LineBreaks[b.Role] = append(list, b.Line)
	m.Status = "breakpoint at " + name
	return nil
}

// breaksAt reports whether a line has a breakpoint.
func (d *Draft) breaksAt(r engine.Role, line int) bool {
	return slices.Contains(d.LineBreaks[r], line)
}

// stopsAtBreak runs a peer's program ahead to a breakpoint before its next call, if there is one:
// the cursor stays, and the program stands before the line. It reports whether it does.
func (m *Model) stopsAtBreak(r engine.Role) bool {
	if len(m.LineBreaks[r]) == 0 || !m.World().CanGoOn(r) {
		return false
	}
	a := m.aheadOf(r)
	fresh := a.lines == 0
	if fresh { // the line after the call counts, too
		a.world, a.trail = m.World(), trail{}
	}
	before, stopped := a.world, false
	a.trail, a.ran = a.trail.clone(), a.world.Program(r).Line()
	a.world = a.trail.run(a.world, r, func(line int) bool {
		stopped = m.breaksAt(r, line)
		if !stopped {
			a.ran = line
		}
		return stopped
	})
	// A loop of one line comes to its call again without coming to another line.
	if s := a.world.Program(r); fresh && s.Status() == program.Calling && m.breaksAt(r, s.Line()) {
		stopped = true
	}
	if !stopped {
		return false
	}
	a.before, a.lines = before, a.lines+1
	m.ahead = a
	m.Status = "Breakpoint. " + m.spokenProgramLine(r)
	return true
}

// spokenProgramLine says before which line a program stands.
func (m *Model) spokenProgramLine(r engine.Role) string {
	line := m.ahead.world.Program(r).Line()
	text := "Line " + strconv.Itoa(line) + " is next"
	if lines := m.sourceLines(r); line >= 1 && line <= len(lines) {
		text += ": " + strings.TrimSpace(lines[line-1])
	}
	for _, a := range m.ahead.trail.asked {
		if a.call.Line == m.ahead.ran {
			text += ". " + a.text(m.recentErrors(r))
		}
	}
	return text + "."
}
