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

// Scrub is Seek while the slider is being dragged: nothing is said or animated.
type Scrub struct{ At int }

// Scrubbed ends a drag of the slider: the step it stopped at is said.
type Scrubbed struct{ At int }

// Act applies an operation at the cursor.
type Act struct{ Op engine.Op }

// Choose puts another branch on the stage, the one through Node.
type Choose struct{ Node engine.NodeID }

func (First) update(m *Model) []Cmd  { m.goTo(0); return nil }
func (Last) update(m *Model) []Cmd   { m.goTo(m.Len()); return nil }
func (s Seek) update(m *Model) []Cmd { m.goTo(s.At); return nil }

func (s Scrub) update(m *Model) []Cmd {
	m.stop()
	m.endTyping()
	m.seek(s.At)
	m.Flight.On = false
	return nil
}

func (s Scrubbed) update(m *Model) []Cmd {
	m.endTyping()
	m.seek(s.At)
	m.arrive(false)
	return nil
}

func (b Back) update(m *Model) []Cmd {
	at := m.At - 1
	for b.Wire && at > 0 && !touchesWire(m.Step(at)) {
		at--
	}
	m.goTo(at)
	return nil
}

func (n Next) update(m *Model) []Cmd {
	at := m.At + 1
	for n.Wire && at < m.Len() && !touchesWire(m.Step(at)) {
		at++
	}
	m.goTo(at)
	return nil
}

func (a Act) update(m *Model) []Cmd {
	m.stop()
	m.Menu = Menu{}
	m.endTyping()
	if err := m.apply(a.Op); err != nil {
		return m.notifyError(err.Error())
	}
	m.arrive(true)
	return nil
}

func (c Choose) update(m *Model) []Cmd {
	m.stop()
	m.endTyping()
	m.switchBranch(c.Node)
	m.arrive(false)
	return nil
}

// goTo moves the cursor by hand. Only a step forward is shown as motion: what
// happened in between could not be followed otherwise.
func (m *Model) goTo(at int) {
	m.stop()
	m.endTyping()
	before := m.At
	m.seek(at)
	m.arrive(m.At == before+1)
}

// arrive says and shows the step that the cursor has come to.
func (m *Model) arrive(moving bool) {
	m.Flight = Flight{On: moving, Seq: m.Flight.Seq + 1}
	m.Status = m.statusLine()
}

// Land ends a flight: what flies is where it was going.
type Land struct{}

func (Land) update(m *Model) []Cmd {
	m.Flight.On = false
	return nil
}

// touchesWire reports whether a step changed what is on the wire, or the wire.
func touchesWire(s engine.Step) bool { return !s.Op.IsCall() || len(s.Moves()) > 0 }

func isSamePath(a, b []engine.NodeID) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
