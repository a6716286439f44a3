package model

import "closenotify/engine"

// First, Back, Next and Last move the cursor; with Wire, Back and Next go to the
// next step that did something on the wire.
type (
	First struct{}
	Back  struct{ Wire bool }
	Next  struct{ Wire bool }
	Last  struct{}
)

// Seek puts the cursor behind step At.
type Seek struct{ At int }

// DragSlider is Seek while the slider is being dragged: nothing is said or animated.
type DragSlider struct{ At int }

// EndDrag ends a drag of the slider: the step it stopped at is said.
type EndDrag struct{ At int }

// Act applies an operation at the cursor.
type Act struct{ Op engine.Op }

// ChooseBranch puts another branch on the stage, the one through Node.
type ChooseBranch struct{ Node engine.NodeID }

func (First) update(m *Model) []Cmd  { m.jumpTo(0); return nil }
func (Last) update(m *Model) []Cmd   { m.jumpTo(m.Len()); return nil }
func (s Seek) update(m *Model) []Cmd { m.jumpTo(s.At); return nil }

func (s DragSlider) update(m *Model) []Cmd {
	m.stopPlaying()
	m.endTyping()
	m.seek(s.At)
	m.Flight.On = false
	return nil
}

func (s EndDrag) update(m *Model) []Cmd {
	m.endTyping()
	m.seek(s.At)
	m.showStep(false)
	return nil
}

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

func (a Act) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Menu = Menu{}
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

// jumpTo moves the cursor by hand. Only a step forward is shown as motion: what
// happened in between could not be followed otherwise.
func (m *Model) jumpTo(at int) {
	m.stopPlaying()
	m.endTyping()
	before := m.At
	m.seek(at)
	m.showStep(m.At == before+1)
}

// showStep says and shows the step that the cursor has come to.
func (m *Model) showStep(moving bool) {
	m.Flight = Flight{On: moving, Seq: m.Flight.Seq + 1}
	m.Status = m.statusLine()
}

// EndFlight ends a flight: what flies is where it was going.
type EndFlight struct{}

func (EndFlight) update(m *Model) []Cmd {
	m.Flight.On = false
	return nil
}

// isWireEvent reports whether a step changed what is on the wire, or the wire.
func isWireEvent(s engine.Step) bool { return !s.Op.IsCall() || len(s.Moves()) > 0 }

func isSamePath(a, b []engine.NodeID) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
