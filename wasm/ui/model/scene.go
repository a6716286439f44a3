package model

import (
	"closenotify/engine"
)

// Scene is everything there is to draw, in a form that can be compared: what has
// not changed need not be drawn again.
type Scene struct {
	Header  Header
	Story   Story
	Lanes   [2]LaneHeader
	Wires   [2]WireHeader
	Ladder  Ladder
	CallBar CallBar
	Dock    Dock
	Panels  Panels
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

// Dock is the row of controls at the foot.
type Dock struct {
	At, Of      int
	Status      string
	Playing     bool
	Speed       float64
	Marks       []SliderMark
	Breakpoints []int // steps with a breakpoint
	Highlighted int   // the step that is lit, 0 for none
}

// SceneOf says what to draw for m. Its cost follows what is visible, not how
// long the history is.
func SceneOf(m Model) Scene {
	s := Scene{
		Header: headerScene(&m), Story: m.storyScene(), CallBar: callBarScene(&m), Panels: panelsScene(&m), Saved: savedScene(&m),
		Link: m.Link, Dialog: m.Dialog, Notices: m.Notices, Status: m.Status,
		Theme: m.Theme, Motion: m.Motion, Keys: m.Keys, Speed: m.Speed,
		Ladder: m.ladderScene(),
		Dock:   Dock{m.At, m.Len(), m.statusLine(), m.Playing, m.Speed, m.derived.marks, m.breakpointSteps(), m.highlightedCause().Step},
	}
	for i := range engine.Roles {
		s.Lanes[i] = m.laneScene(engine.Roles[i])
		s.Wires[i] = m.wireScene(engine.Directions[i])
	}
	return s
}
