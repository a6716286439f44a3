package model

// EditScript is a change in the script editor.
type EditScript struct{ Text string }

// DiscardEdit throws away what was typed and shows the stage's script again.
type DiscardEdit struct{}

func (t EditScript) update(m *Model) []Cmd {
	m.stopPlaying()
	m.setEditorText(t.Text)
	m.Flight.On = false
	return nil
}

func (DiscardEdit) update(m *Model) []Cmd {
	m.Editor = Editor{}
	return []Cmd{Focus{"script-text"}}
}
