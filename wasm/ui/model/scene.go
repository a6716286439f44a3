package model

import (
	"strconv"

	"closenotify/engine"
)

// Scene is everything there is to draw, in a form that can be compared: what has
// not changed need not be drawn again.
type Scene struct {
	Head    Head
	Story   Story
	Lanes   [2]Lane
	Wires   [2]WireHead
	Ladder  Ladder
	Actions Actions
	Dock    Dock
	Side    Side
	Saved   SavedScene
	Link    string
	Dialog  string
	Notices []Notice
	Status  string
	Theme   string
	Motion  string
	Keys    string
	Speed   float64
}

// Story is the narration of the step under the cursor.
type Story struct {
	Title  string
	Lines  []string
	Invite bool // nobody has pressed anything yet
}

// WireHead is what stays in sight of one direction.
type WireHead struct {
	Dir   engine.Direction
	Notes []string
}

// Ladder is the drawing: the rows in sight and how many are not.
type Ladder struct {
	Rows   []Row
	Before int
	After  int
	Empty  bool
	Turns  Turns
}

// Turns is where the history forks around the cursor. On says that it forks
// anywhere: the bar then stays, so that a step moves nothing.
type Turns struct {
	On      bool
	Instead []Future // in place of the step under the cursor
	Next    []Future // behind it
}

// Dock is the row of controls at the foot.
type Dock struct {
	At, Of  int
	Status  string
	Playing bool
	Speed   float64
	Marks   []Mark
	Breaks  []int // steps with a breakpoint
	Lit     int   // the step that is lit, 0 for none
}

// SceneOf says what to draw for m. Its cost follows what is visible, not how
// long the history is.
func SceneOf(m Model) Scene {
	s := Scene{
		Head: headOf(&m), Story: m.story(), Actions: actionsOf(&m), Side: sideOf(&m), Saved: savedScene(&m),
		Link: m.Link, Dialog: m.Dialog, Notices: m.Notices, Status: m.Status,
		Theme: m.Theme, Motion: m.Motion, Keys: m.Keys, Speed: m.Speed,
		Ladder: m.ladder(),
		Dock:   Dock{m.At, m.Len(), m.statusLine(), m.Playing, m.Speed, m.marks.ticks, m.breakSteps(), m.litCause().Step},
	}
	for i := range engine.Roles {
		s.Lanes[i] = m.laneOf(engine.Roles[i])
		s.Wires[i] = m.wireHead(engine.Directions[i])
	}
	return s
}

// Window is how many rows of the ladder, and of the transcript, are drawn at
// once.
const Window = 24

// window is the steps first..last that are in sight. It follows the cursor in
// strides, so that most steps, and calls at the end, leave it where it is.
func (m *Model) window() (first, last int) {
	const stride = Window / 3
	atEnd := (m.Len()-1)/stride - 2 // a call more moves it once in a stride
	first = max(1, min(m.At/stride-1, atEnd)*stride+1)
	return first, min(m.Len(), first+Window-1)
}

// ladder draws the rows in sight.
func (m *Model) ladder() Ladder {
	if m.Len() == 0 {
		return Ladder{Empty: true}
	}
	first, last := m.window()
	l := Ladder{Before: first - 1, After: m.Len() - last, Turns: Turns{On: m.forks(), Next: m.futuresAt(m.At)}}
	if m.At > 0 {
		l.Turns.Instead = m.futuresAt(m.At - 1)
	}
	f := m.fatesFrom(first)
	for i := first; i <= last; i++ {
		l.Rows = append(l.Rows, m.rowOf(i, f))
	}
	return l
}

// story is what to read at the cursor: the scenario's own narration, or else the
// rule that decided the step.
func (m *Model) story() Story {
	if m.At == 0 {
		st := Story{Title: m.Title(), Lines: m.Summary(), Invite: true}
		if len(st.Lines) == 0 {
			st.Lines = []string{opening(m.Config.Start)}
		}
		return st
	}
	st := Story{Title: "Step " + strconv.Itoa(m.At)}
	if note := m.Note(m.At); note != "" {
		st.Lines = []string{joined(note)}
		return st
	}
	st.Lines = []string{ruleText(m.Step(m.At))}
	return st
}

// opening says where a connection starts, by the script's word.
func opening(start string) string {
	switch start {
	case "before":
		return "Nothing has been sent yet. The first call that reads, writes or shakes hands begins the handshake."
	case "tickets":
		return "The handshake is done, and the server's tickets lie unread. Both peers may write, and either may begin to close."
	}
	return "The handshake is done. Both peers may write, and either may begin to close."
}

// wireHead is what stays in sight of one direction.
func (m *Model) wireHead(d engine.Direction) WireHead {
	w := m.World().Wire(d)
	h := WireHead{Dir: d}
	if n := w.Queued(); n > 0 {
		text := strconv.Itoa(n) + " B on the wire"
		if r := w.Readable(); r < n {
			text = strconv.Itoa(r) + " of " + strconv.Itoa(n) + " B readable"
		}
		h.Notes = append(h.Notes, text)
	}
	if w.Held() {
		h.Notes = append(h.Notes, "held")
	}
	if _, ok := w.FIN(); ok {
		h.Notes = append(h.Notes, "FIN")
	}
	if w.Capacity() < engine.DefaultCapacity {
		h.Notes = append(h.Notes, "room for "+strconv.Itoa(w.Capacity())+" B")
	}
	if w.Reset() {
		h.Notes = append(h.Notes, "reset")
	}
	if w.Broken() {
		h.Notes = append(h.Notes, "broken")
	}
	return h
}
