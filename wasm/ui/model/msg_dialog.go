package model

// ShowDialog brings up a dialog, "help" or "saved"; HideDialog closes whichever is open.
type (
	ShowDialog struct{ Dialog string }
	HideDialog struct{}
)

func (s ShowDialog) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Menu = Menu{}
	m.Dialog = s.Dialog
	if s.Dialog == "saved" {
		m.Saved.Renaming = ""
		return []Cmd{ListSaved{}}
	}
	return nil
}

func (HideDialog) update(m *Model) []Cmd {
	m.Dialog, m.Saved.Renaming = "", ""
	return nil
}

// SetPane opens a panel.
type SetPane struct{ Pane Pane }

func (p SetPane) update(m *Model) []Cmd {
	for _, pane := range Panes {
		if pane == p.Pane {
			m.Pane = pane
		}
	}
	return nil
}

// FocusPane opens a panel by keyboard: its tab gets the keyboard too.
type FocusPane struct{ Pane Pane }

func (t FocusPane) update(m *Model) []Cmd {
	SetPane(t).update(m)
	return []Cmd{Focus{"tab-" + string(t.Pane)}}
}
