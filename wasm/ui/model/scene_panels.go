package model

// Panels is the open panel.
type Panels struct {
	Pane       Pane
	Why        Why
	State      StateScene
	Script     ScriptScene
	Transcript Transcript
	Code       Code
	Bytes      BytesScene
	Compare    CompareScene
	Tree       TreeScene
}

// panelsOf draws the open panel, and the transcript always: it is what a screen
// reader has in place of the drawing.
func panelsOf(m *Model) Panels {
	s := Panels{Pane: m.Pane, Transcript: m.transcript()}
	switch m.Pane {
	case PaneWhy:
		s.Why = m.why()
	case PaneState:
		s.State = m.stateScene()
	case PaneScript:
		s.Script = m.scriptScene()
	case PaneBytes:
		s.Bytes = m.bytesScene()
	case PaneCode:
		s.Code = m.code()
	case PaneCompare:
		s.Compare = m.compareScene()
	case PaneTree:
		s.Tree = m.treeScene()
	}
	return s
}
