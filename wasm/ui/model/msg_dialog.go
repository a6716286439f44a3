package model

import "slices"

// ShowDialog opens a dialog, "help" or "saved". HideDialog closes the open one.
type (
	ShowDialog struct{ Dialog string }
	HideDialog struct{}
)

// SetPane opens a panel. FocusPane does, too, and gives the keyboard to its tab.
type (
	SetPane   struct{ Pane Pane }
	FocusPane struct{ Pane Pane }
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

func (s SetPane) update(m *Model) []Cmd {
	if slices.Contains(Panes, s.Pane) {
		m.Pane = s.Pane
	}
	return nil
}

func (f FocusPane) update(m *Model) []Cmd {
	SetPane(f).update(m)
	return []Cmd{Focus{"tab-" + string(f.Pane)}}
}
