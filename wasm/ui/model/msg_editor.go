package model

// EditScript takes the text of the script editor after every change.
type EditScript struct{ Text string }

// DiscardEdit discards what was typed and shows the script of the stage again.
type DiscardEdit struct{}

func (e EditScript) update(m *Model) []Cmd {
	m.stopPlaying()
	m.setEditorText(e.Text)
	m.Flight.On = false
	return nil
}

func (DiscardEdit) update(m *Model) []Cmd {
	m.Editor = Editor{}
	return []Cmd{Focus{"script-text"}}
}
