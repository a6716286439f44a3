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

// Act applies an operation at the cursor.
type Act struct{ Op engine.Op }

// Choose puts another branch on the stage, the one through Node.
type Choose struct{ Node engine.NodeID }

func (First) update(m Model) (Model, []Cmd) { return m.goTo(0), nil }
func (Last) update(m Model) (Model, []Cmd)  { return m.goTo(m.Len()), nil }

func (s Seek) update(m Model) (Model, []Cmd) { return m.goTo(s.At), nil }

func (s Scrub) update(m Model) (Model, []Cmd) {
	m = m.stopped()
	m.Work = m.Work.settled().seek(s.At)
	m.Flight.On = false
	return m, nil
}

func (b Back) update(m Model) (Model, []Cmd) {
	at := m.At - 1
	for b.Wire && at > 0 && !touchesWire(m.Step(at)) {
		at--
	}
	return m.goTo(at), nil
}

func (n Next) update(m Model) (Model, []Cmd) {
	at := m.At + 1
	for n.Wire && at < m.Len() && !touchesWire(m.Step(at)) {
		at++
	}
	return m.goTo(at), nil
}

func (a Act) update(m Model) (Model, []Cmd) {
	m = m.stopped()
	m.Menu = Menu{}
	w, err := m.Work.settled().act(a.Op)
	if err != nil {
		return m.notice(Notice{Text: err.Error(), Bad: true})
	}
	m.Work = w
	return m.arrived(true), nil
}

func (c Choose) update(m Model) (Model, []Cmd) {
	m = m.stopped()
	m.Work = m.Work.settled().choose(c.Node)
	return m.arrived(false), nil
}

// goTo moves the cursor by hand. Only a step forward is shown as motion: what
// happened in between could not be followed otherwise.
func (m Model) goTo(at int) Model {
	m = m.stopped()
	before := m.At
	m.Work = m.Work.settled().seek(at)
	return m.arrived(m.At == before+1)
}

// arrived says and shows the step that the cursor has come to.
func (m Model) arrived(moving bool) Model {
	m.Flight = Flight{On: moving, Turn: m.Flight.Turn + 1}
	m.Status = m.statusLine()
	return m
}

// touchesWire reports whether a step changed what is on the wire, or the wire.
func touchesWire(s engine.Step) bool { return !s.Op.IsCall() || len(s.Moves()) > 0 }

func samePath(a, b []engine.NodeID) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// Scrubbed ends a drag of the slider: the step it stopped at is said.
type Scrubbed struct{ At int }

func (s Scrubbed) update(m Model) (Model, []Cmd) {
	m.Work = m.Work.settled().seek(s.At)
	return m.arrived(false), nil
}
