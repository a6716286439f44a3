package model

import "closenotify/engine"

// Panels holds the panels beside the stage. Only the open one is filled in, and the
// transcript.
type Panels struct {
	Folded     bool // before the first step: only the transcript is filled in
	Pane       Pane // the open one
	Covered    bool // it would tell what a question will ask
	Programs   bool // a peer has a program: on a phone they have a tab
	ProgramsUp bool // and are open there
	Why        WhyScene
	State      StateScene
	Script     ScriptScene
	Transcript TranscriptScene
	Code       CodeScene
	Bytes      BytesScene
	Compare    CompareScene
	Tree       TreeScene
}

// panelsScene fills in the open panel. The transcript is always there: screen readers have
// it instead of the drawing.
func (m *Model) panelsScene() Panels {
	s := Panels{Folded: m.Opening || m.Ask.Question.stage != notOpen, Pane: m.Pane, Programs: m.hasProgram(engine.Client) || m.hasProgram(engine.Server), ProgramsUp: m.ProgramSheet, Transcript: m.transcriptScene()}
	if s.Folded {
		return s
	}
	if s.Covered = m.covers() && (m.Pane == PaneScript || m.Pane == PaneCompare || m.Pane == PaneTree); s.Covered {
		return s
	}
	switch m.Pane {
	case PaneWhy:
		s.Why = m.whyScene()
	case PaneState:
		s.State = m.stateScene()
	case PaneScript:
		s.Script = m.scriptScene()
	case PaneBytes:
		s.Bytes = m.bytesScene()
	case PaneCode:
		s.Code = m.codeScene()
	case PaneCompare:
		s.Compare = m.compareScene()
	case PaneTree:
		s.Tree = m.treeScene()
	}
	return s
}
