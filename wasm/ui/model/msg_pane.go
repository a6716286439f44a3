package model

import "slices"

// SetPane opens a panel. FocusPane does, too, and gives the keyboard to its tab.
type (
	SetPane   struct{ Pane Pane }
	FocusPane struct{ Pane Pane }
)

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
