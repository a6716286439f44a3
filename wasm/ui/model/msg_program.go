package model

import (
	"closenotify/engine"
	"closenotify/engine/program"
)

// StepProgram runs a peer's program on to its next call, which is made.
type StepProgram struct{ Role engine.Role }

// StepLine runs a peer's program on to its next line. A line that makes a call makes it.
type StepLine struct{ Role engine.Role }

// FireLimit lets the time limit run out with which a peer's program waits.
type FireLimit struct{ Role engine.Role }

// ToggleProgramSheet shows the programs on a phone, or hides them.
type ToggleProgramSheet struct{}

// programAhead is how far a program has run on from the cursor, line by line. That is a look at
// what its next step does: nothing is changed by it, and the step does it again.
type programAhead struct {
	at     engine.NodeID
	role   engine.Role
	lines  int // how many lines it has run, 0 for none
	before engine.World
	world  engine.World
	ran    int
	trail  trail
}

// isOf reports whether the program has run on from the moment at the cursor.
func (a *programAhead) isOf(m *Model) bool { return a.lines > 0 && a.at == m.Path[m.At] }

func (s StepProgram) update(m *Model) []Cmd {
	if why := m.whyNoStep(s.Role); why != "" {
		return m.notify(why)
	}
	return Act{engine.Op{Verb: engine.VerbNext, Role: s.Role}}.update(m)
}

func (f FireLimit) update(m *Model) []Cmd {
	if !m.canFireLimit(f.Role) {
		return m.notify("The " + f.Role.String() + " does not wait with a time limit.")
	}
	return Act{engine.Op{Verb: engine.VerbTimeout, Role: f.Role}}.update(m)
}

// canFireLimit reports whether a peer's program waits with a time limit.
func (m *Model) canFireLimit(r engine.Role) bool {
	s := m.World().Program(r)
	if s.Status() != program.Calling {
		return false
	}
	c := s.Call()
	return isPoll(c) && c.Limit >= 0 && !c.Invalid
}

// isPoll reports whether a call waits for descriptors.
func isPoll(c program.Call) bool { return c.Name == "poll" || c.Name == "select" }

// whyNoStep says why a peer's program cannot run on, "" if it can.
func (m *Model) whyNoStep(r engine.Role) string {
	w := m.World()
	switch status := w.Program(r).Status(); {
	case w.CanGoOn(r):
		return ""
	case status == program.None:
		return "The " + r.String() + " has no program."
	case status == program.Calling || status == program.Ready:
		return "The " + r.String() + "\u2019s program waits" + whatHelps(m.canFireLimit(r))
	}
	return "The " + r.String() + "\u2019s program has come to its end."
}

func (s StepLine) update(m *Model) []Cmd {
	m.stopPlaying()
	if why := m.whyNoStep(s.Role); why != "" {
		return m.notify(why)
	}
	m.endTyping()
	next := m.aheadOf(s.Role)
	before := next.world.Program(s.Role).Line()
	if next.world.Program(s.Role).Status() == program.Ready {
		next.before = next.world
		next.trail = next.trail.clone()
		next.trail.pass(before)
		next.world = next.trail.run(next.world, s.Role, nextLine)
	}
	if next.world.Program(s.Role).Status() != program.Ready {
		return StepProgram(s).update(m)
	}
	next.ran, next.lines = before, next.lines+1
	m.ahead = next
	m.Status = m.spokenProgramLine(s.Role)
	return nil
}

// aheadOf is how far a peer's program has run on from the cursor. To begin with, it has run the
// line of its last call to the end.
func (m *Model) aheadOf(r engine.Role) programAhead {
	if m.ahead.isOf(m) && m.ahead.role == r {
		return m.ahead
	}
	a := programAhead{at: m.Path[m.At], role: r, trail: m.derived.looks[r].trail.clone()}
	a.trail.output = ""
	a.world = a.trail.settled(m.World(), r)
	return a
}

func (ToggleProgramSheet) update(m *Model) []Cmd {
	m.ProgramSheet = !m.ProgramSheet
	if m.ProgramSheet {
		m.Sheet = false
	}
	return nil
}

// programTurn is the peer whose program a key means: the only one that has one, or the one that
// runs line by line, or else the one whose turn it is.
func (m *Model) programTurn() (r engine.Role, ok bool) {
	if m.ahead.isOf(m) {
		return m.ahead.role, true
	}
	last := engine.Server
	for i := m.At; i > 0 && i > m.At-maxOutputSteps; i-- {
		if op := m.Step(i).Op; op.Verb.IsOfProgram() {
			last = op.Role
			break
		}
	}
	for _, r := range []engine.Role{1 - last, last} {
		if m.World().CanGoOn(r) || m.canFireLimit(r) {
			return r, true
		}
	}
	for _, r := range engine.Roles {
		if m.hasProgram(r) {
			return r, true
		}
	}
	return 0, false
}
