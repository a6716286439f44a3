package model

import (
	"closenotify/engine"
	"closenotify/engine/script"
)

// Typed is a change in the script editor.
type Typed struct{ Text string }

// Untype throws away what was typed and shows the stage's script again.
type Untype struct{}

// SetConfig plays the branch again under another configuration.
type SetConfig struct{ Config engine.Config }

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

func (s SetConfig) update(m *Model) []Cmd {
	if s.Config == m.Config {
		return nil
	}
	world, err := engine.New(s.Config)
	if err != nil {
		return m.fail(err.Error())
	}
	before := m.Work
	if err := m.replay(engine.NewHistory(world), m.Script().Steps); err != nil {
		return m.fail(err.Error())
	}
	m.Config, m.Dirty = world.Config(), true
	m.stop()
	m.settle()
	m.arrive(false)
	if !before.forks() {
		return nil
	}
	m.keep(before)
	return m.notice(Notice{Text: "Only this branch was played again.", Label: "Back to all branches", Do: TakeBack{}})
}

// Fresh clears the stage for a new scenario.
type Fresh struct{}

func (Fresh) update(m *Model) []Cmd {
	return m.open(emptyWork(), "A new connection is on the stage.")
}

// reread is a stored or shared text as Work.
func reread(text string) (Work, error) {
	s, err := script.Parse(text)
	if err != nil {
		return Work{}, err
	}
	return newWork(s)
}
