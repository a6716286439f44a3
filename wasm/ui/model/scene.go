package model

import "closenotify/engine"

// Scene is everything that is drawn. Two Scenes can be compared: what has not changed
// need not be drawn again.
type Scene struct {
	Header  Header
	Story   Story
	Closing ClosingCard
	// Challenge is what the page says about the challenge on the stage, and Order has its lines.
	Challenge ChallengeStrip
	Order     OrderedLines
	Lanes     [2]LaneHeader // by engine.Role
	Wires     [2]WireHeader // by engine.Direction
	Ladder    Ladder
	CallBar   CallBar
	Dock      Dock
	Panels    Panels
	Ask       AskCard
	// Programs stand beside the lanes of their peers.
	Programs Programs
	Code     ProgramDialog
	Loading  Loading
	Saved    SavedScene
	Practice PracticeScene
	Share    ShareScene
	Notices  []Notice

	// These are as in the Model.
	Dialog, Status, Theme, Motion, Future, Keys string
	Speed                                       float64
	Sheet, Opening, Present                     bool
}

// Dock is the row of controls at the foot.
type Dock struct {
	At, Of      int // the cursor, and the number of steps
	Status      string
	Playing     bool
	Speed       float64
	Marks       []SliderMark
	Breakpoints []int // steps with a breakpoint
	Highlighted int   // the step that is highlighted, 0 for none
}

// SceneOf says what to draw for m. What it costs depends on what is visible, not on the
// length of the history.
func SceneOf(m Model) Scene {
	s := Scene{
		Header: m.headerScene(), Story: m.storyScene(), Closing: m.closingCard(), Ask: m.askCard(), Practice: m.practiceScene(), Challenge: m.challengeStrip(), Order: m.orderedLines(), CallBar: m.callBarScene(), Panels: m.panelsScene(), Programs: m.programsScene(), Code: m.programDialog(), Loading: m.loading(), Saved: m.savedScene(),
		Share: m.shareScene(), Dialog: m.Dialog, Notices: m.Notices, Status: m.Status,
		Theme: m.Theme, Motion: m.Motion, Future: m.futureShown(), Keys: m.Keys, Speed: m.Speed, Sheet: m.Sheet, Opening: m.Opening, Present: m.Present,
		Ladder: m.ladderScene(),
		Dock:   Dock{m.At, m.Len(), m.statusLine(), m.Playing, m.Speed, m.shownMarks(), m.breakpointSteps(), m.highlightedCause().Step},
	}
	for i := range engine.Roles {
		s.Lanes[i] = m.laneScene(engine.Roles[i])
		s.Wires[i] = m.wireScene(engine.Directions[i])
	}
	return s
}
