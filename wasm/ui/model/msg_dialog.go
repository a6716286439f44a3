package model

// ShowDialog opens a dialog, "help", "practice", "releases", "saved" or "share". HideDialog closes the open one.
type (
	ShowDialog struct{ Dialog string }
	HideDialog struct{}
)

func (s ShowDialog) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Menu = Menu{}
	m.Dialog = s.Dialog
	if s.Dialog == "saved" {
		m.Saved.Renaming, m.Saved.Import, m.Saved.Problems = "", "", nil
		m.Saved.Query, m.Saved.Page = "", 0
		return []Cmd{ListSaved{}}
	}
	if s.Dialog == "practice" {
		return m.fetchExplained()
	}
	return nil
}

func (HideDialog) update(m *Model) []Cmd {
	m.Dialog, m.Saved.Renaming = "", ""
	return nil
}
