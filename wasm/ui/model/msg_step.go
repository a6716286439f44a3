package model

import "closenotify/engine"

// First, Back, Next and Last move the cursor. With Wire, Back and Next go to a step that
// did something on the wire.
type (
	First struct{}
	Back  struct{ Wire bool }
	Next  struct{ Wire bool }
	Last  struct{}
)

// Seek moves the cursor to step At.
type Seek struct{ At int }

// DragSlider is Seek while the slider is being dragged: no motion, and nothing for screen
// readers. EndDrag ends the drag.
type (
	DragSlider struct{ At int }
	EndDrag    struct{ At int }
)

// Act applies an operation at the cursor.
type Act struct{ Op engine.Op }

// ChooseBranch changes to the branch through Node.
type ChooseBranch struct{ Node engine.NodeID }

// EndFlight ends the motion: records are drawn where they were flying to.
type EndFlight struct{}

func (First) update(m *Model) []Cmd  { m.jumpTo(0); return nil }
func (Last) update(m *Model) []Cmd   { m.endTyping(); m.jumpTo(m.Len()); return nil }
func (s Seek) update(m *Model) []Cmd { m.jumpTo(s.At); return nil }

func (b Back) update(m *Model) []Cmd {
	at := m.At - 1
	for b.Wire && at > 0 && !isWireEvent(m.Step(at)) {
		at--
	}
	m.jumpTo(at)
	return nil
}

func (n Next) update(m *Model) []Cmd {
	at := m.At + 1
	for n.Wire && at < m.Len() && !isWireEvent(m.Step(at)) {
		at++
	}
	m.jumpTo(at)
	return nil
}

func (d DragSlider) update(m *Model) []Cmd {
	m.stopPlaying()
	m.endTyping()
	m.seek(d.At)
	m.Flight.On = false
	return nil
}

func (e EndDrag) update(m *Model) []Cmd {
	m.endTyping()
	m.seek(e.At)
	m.showStep(false)
	return nil
}

func (a Act) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Menu = Menu{}
	if cmds, ok := m.afterTyped(a); ok {
		return cmds
	}
	m.endTyping()
	if err := m.apply(a.Op); err != nil {
		return m.notifyError(err.Error())
	}
	m.showStep(true)
	return nil
}

func (c ChooseBranch) update(m *Model) []Cmd {
	m.stopPlaying()
	m.endTyping()
	m.switchBranch(c.Node)
	m.showStep(false)
	return nil
}

func (EndFlight) update(m *Model) []Cmd {
	m.Flight.On = false
	return nil
}

// jumpTo moves the cursor when a person asks for it. Only a single step forward is shown
// as motion: nobody could follow several at once.
func (m *Model) jumpTo(at int) {
	m.stopPlaying()
	m.endTyping()
	before := m.At
	m.seek(at)
	m.showStep(m.At == before+1)
}

// showStep shows the step that the cursor has come to, with motion or without, and tells
// it to screen readers.
func (m *Model) showStep(moving bool) {
	m.Flight = Flight{On: moving, Seq: m.Flight.Seq + 1}
	m.playWritten() // the caption depends on it
	m.Status = m.spokenLine()
}

// isWireEvent reports whether a step did something on the wire, or to it.
func isWireEvent(s engine.Step) bool { return !s.Op.IsCall() || len(s.ByteMoves()) > 0 }
