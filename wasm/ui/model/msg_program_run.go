package model

import (
	"strconv"
	"time"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/program"
)

// RunPrograms runs the programs of both peers in turn from the cursor on, as the step run of a
// script does, or stops them.
type RunPrograms struct{}

// runMore goes on with it, if that has not been stopped.
type runMore struct{ id int }

// running is a run of the programs to their end.
type running struct {
	on    bool
	id    int // changes whenever a run starts or stops
	calls int
	last  engine.Role // whose step was the last
}

// runEnd says how a run has ended.
type runEnd struct {
	at   engine.NodeID // the moment at which it did
	text string        // "" for none
	role engine.Role   // whose program the text is about
}

func (RunPrograms) update(m *Model) []Cmd {
	if m.running.on {
		m.stopPlaying()
		m.Status = "Stopped. " + m.spokenLine()
		return nil
	}
	m.stopPlaying()
	m.endTyping()
	r, ok := m.programTurn()
	if !ok {
		return m.notify("No peer has a program.")
	}
	if !m.World().CanGoOn(engine.Client) && !m.World().CanGoOn(engine.Server) {
		return m.notify(m.whyNoStep(r))
	}
	m.running = running{on: true, id: m.running.id + 1, last: 1 - r}
	return m.runSlice()
}

func (r runMore) update(m *Model) []Cmd {
	if !m.running.on || m.running.id != r.id {
		return nil
	}
	return m.runSlice()
}

// What is done at once: little enough for a frame or two.
const (
	maxSliceSteps        = 25
	maxSliceInstructions = 200_000
)

// runSlice takes some steps and asks to go on.
func (m *Model) runSlice() []Cmd {
	instructions := 0
	for range maxSliceSteps {
		r, ok := m.nextToRun()
		if !ok || m.running.calls == engine.MaxRun {
			return m.endRun()
		}
		if m.stopsAtBreak(r) {
			m.stopPlaying()
			return nil
		}
		if err := m.apply(engine.Op{Verb: engine.VerbNext, Role: r}); err != nil {
			m.stopPlaying()
			return m.notifyError(err.Error())
		}
		m.running.last = r
		if ran, ok := m.Step(m.At).Program(); ok && ran.Call != "" {
			m.running.calls++
		}
		if instructions += m.World().Program(r).Instructions(); instructions > maxSliceInstructions {
			break
		}
	}
	m.Flight.On = false
	return []Cmd{Wait{time.Millisecond, runMore{m.running.id}}}
}

// nextToRun is the peer whose turn it is.
func (m *Model) nextToRun() (r engine.Role, ok bool) {
	for _, r := range []engine.Role{1 - m.running.last, m.running.last} {
		if m.World().CanGoOn(r) {
			return r, true
		}
	}
	return 0, false
}

// endRun says how the run has ended.
func (m *Model) endRun() []Cmd {
	calls := m.running.calls
	m.stopPlaying()
	m.showStep(false)
	r := m.Step(max(m.At, 1)).Op.Role
	m.ranTo = runEnd{m.Path[m.At], m.verdict(r, calls), r}
	m.Status = m.ranTo.text + " " + m.Status
	return nil
}

// verdict says how a run of so many calls has ended.
func (m *Model) verdict(r engine.Role, calls int) string {
	if calls < engine.MaxRun {
		return m.waitingVerdict()
	}
	text := "After " + thousands(calls) + " calls it still goes on. "
	same := m.sameCalls()
	if same < 3 {
		return text + "It was stopped here."
	}
	s := m.Step(m.At)
	ran, _ := s.Program()
	outcome := explain.ReturnText(s)
	if s.Error != engine.ErrorNone {
		outcome += " " + s.Error.String()
	}
	return text + "The last " + thousands(same) + " are the same: " + explain.CallText(s) + " in line " + strconv.Itoa(ran.Line) + " returns " + outcome + ". This loop spins."
}

// thousands is a number below a million as people write it: "1,000".
func thousands(n int) string {
	text := strconv.Itoa(n)
	if len(text) < 4 {
		return text
	}
	return text[:len(text)-3] + "," + text[len(text)-3:]
}

// waitingVerdict says for what the programs wait; "" if none does.
func (m *Model) waitingVerdict() string {
	for _, r := range engine.Roles {
		if m.World().Program(r).Status() == program.Calling {
			return "It waits in " + explain.WaitText(m.World().Program(r).Call()) + whatHelps(m.canFireLimit(r))
		}
	}
	return ""
}

// whatHelps says what lets a call return.
func whatHelps(limited bool) string {
	if limited {
		return ". Let the other peer act, or let the time limit run out."
	}
	return ". Let the other peer act."
}

// sameCalls is how many steps up to the cursor are the same call of the same line with the same
// outcome.
func (m *Model) sameCalls() int {
	is := m.Step(m.At)
	n := 0
	for i := m.At; i > 0 && isSameCall(m.Step(i), is); i-- {
		n++
	}
	return n
}

// isSameCall compares two steps of programs.
func isSameCall(a, b engine.Step) bool {
	was, ok := a.Program()
	is, ok2 := b.Program()
	return ok && ok2 && a.Op == b.Op && was.Call == is.Call && was.Line == is.Line && a.Ret == b.Ret && a.Error == b.Error && a.Blocked == b.Blocked
}

// verdictOf is how a run to the moment at the cursor has ended, beside the program that it is
// about.
func (m *Model) verdictOf(r engine.Role) string {
	if m.ranTo.at != m.Path[m.At] || m.At == 0 || m.ranTo.role != r {
		return ""
	}
	return m.ranTo.text
}
