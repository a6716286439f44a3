package model

// Show brings up a dialog, "help" or "saved"; Hide closes whichever is open.
type (
	Show struct{ Dialog string }
	Hide struct{}
)

func (s Show) update(m *Model) []Cmd {
	m.stop()
	m.Menu = Menu{}
	m.Dialog = s.Dialog
	if s.Dialog == "saved" {
		m.Saved.Renaming = ""
		return []Cmd{ListSaved{}}
	}
	return nil
}

func (Hide) update(m *Model) []Cmd {
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

// TabTo opens a panel by keyboard: its tab gets the keyboard too.
type TabTo struct{ Pane Pane }

func (t TabTo) update(m *Model) []Cmd {
	SetPane(t).update(m)
	return []Cmd{Focus{"tab-" + string(t.Pane)}}
}
