package model

// EndOpening shows the calls and the panels before the first step is taken.
type EndOpening struct{}

func (EndOpening) update(m *Model) []Cmd {
	m.Opening, m.openingEnded = false, true
	return nil
}

// hasBegun reports whether somebody is past the opening: a step was taken, a menu or a panel
// was opened, or the scenario is not the shipped one any more.
func (m *Model) hasBegun(before *Model) bool {
	return m.At > 0 || m.Ask.Question.stage != notOpen || m.Len() == 0 || m.Dirty || m.Editor.Open || m.Menu.Side != "" || m.Pane != before.Pane || m.Sheet != before.Sheet
}
