package model

// Typed is a change in the script editor.
type Typed struct{ Text string }

// Untype throws away what was typed and shows the stage's script again.
type Untype struct{}

func (t Typed) update(m *Model) []Cmd {
	m.stop()
	m.typed(t.Text)
	m.Flight.On = false
	return nil
}

func (Untype) update(m *Model) []Cmd {
	m.Text = Text{}
	return []Cmd{Focus{"script-text"}}
}
