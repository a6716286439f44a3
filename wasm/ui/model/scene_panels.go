package model

// Panels is the open panel.
type Panels struct {
	Pane       Pane
	Why        WhyScene
	State      StateScene
	Script     ScriptScene
	Transcript TranscriptScene
	Code       CodeScene
	Bytes      BytesScene
	Compare    CompareScene
	Tree       TreeScene
}

// panelsScene draws the open panel, and the transcript always: it is what a screen
// reader has in place of the drawing.
func panelsScene(m *Model) Panels {
	s := Panels{Pane: m.Pane, Transcript: m.transcriptScene()}
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
