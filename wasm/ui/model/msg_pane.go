package model

import "slices"

// SetPane opens a panel. FocusPane does, too, and gives the keyboard to its tab.
type (
	SetPane   struct{ Pane Pane }
	FocusPane struct{ Pane Pane }
)

// CloseSheet closes the panel on a phone, where it covers the stage. So does SetPane for the
// panel that is open.
type CloseSheet struct{}

func (s SetPane) update(m *Model) []Cmd {
	if slices.Contains(Panes, s.Pane) {
		m.Sheet = !m.Sheet || m.Pane != s.Pane
		m.Pane = s.Pane
		m.ProgramSheet = m.ProgramSheet && !m.Sheet
		return []Cmd{ShowPanel{}}
	}
	return nil
}

func (CloseSheet) update(m *Model) []Cmd {
	m.Sheet = false
	return nil
}

func (f FocusPane) update(m *Model) []Cmd {
	SetPane(f).update(m)
	return []Cmd{Focus{"tab-" + string(f.Pane)}}
}
