package model

import (
	"slices"
	"strings"
	"time"

	"closenotify/engine"
)

// Speeds are the values of the speed menu.
var Speeds = []float64{0.25, 0.5, 1, 2, 4}

// Play starts playing at the cursor, or stops it. At the end it starts from the
// beginning.
type Play struct{}

// Tick is the clock of playing. PlayID says when it was started: the tick of a playing
// that has ended is ignored.
type Tick struct{ PlayID int }

// SetSpeed changes how fast playing goes.
type SetSpeed struct{ Speed float64 }

func (Play) update(m *Model) []Cmd {
	if m.Playing {
		m.stopPlaying()
		m.Status = "Paused. " + m.spokenLine()
		return nil
	}
	if m.Len() == 0 {
		return m.notify("There is no step to play yet. Make a call first.")
	}
	m.endTyping()
	if m.At == m.Len() {
		m.seek(0)
	}
	m.Playing = true
	m.playID++
	return m.playNextStep()
}

func (t Tick) update(m *Model) []Cmd {
	if !m.Playing || t.PlayID != m.playID {
		return nil
	}
	return m.playNextStep()
}

func (s SetSpeed) update(m *Model) []Cmd {
	if slices.Contains(Speeds, s.Speed) {
		m.Speed = s.Speed
	}
	return nil
}

// playNextStep takes the next step and asks for the tick after it.
func (m *Model) playNextStep() []Cmd {
	if op := m.Step(m.At + 1).Op; op.Verb == engine.VerbNext && m.stopsAtBreak(op.Role) {
		m.stopPlaying()
		return nil
	}
	m.seek(m.At + 1)
	m.showStep(true)
	if m.At == m.Len() {
		m.Playing = false
		return nil
	}
	if m.hasBreakpoint(m.At) {
		m.stopPlaying()
		m.Status = "Breakpoint. " + m.Status
		return nil
	}
	return []Cmd{Wait{m.timeOnStep(), Tick{m.playID}}}
}

// timeOnStep is how long playing stays on a step: long enough to see the records fly and
// to read the story.
func (m *Model) timeOnStep() time.Duration {
	const least, letter, most = 1200 * time.Millisecond, 25 * time.Millisecond, 5 * time.Second
	d := min(least+letter*time.Duration(len(strings.Join(m.storyScene().Lines, " "))), most)
	return time.Duration(float64(d) / m.Speed)
}

// stopPlaying ends the playing. A tick that is under way will be ignored.
func (m *Model) stopPlaying() {
	m.Playing = false
	m.playID++
	m.running = running{id: m.running.id + 1}
}
