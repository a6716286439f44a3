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

func (t Typed) update(m Model) (Model, []Cmd) {
	m = m.stopped()
	m.Work = m.Work.typed(t.Text)
	m.Flight.On = false
	return m, nil
}

func (Untype) update(m Model) (Model, []Cmd) {
	m.Text = Text{}
	return m, []Cmd{Focus{"script-text"}}
}

func (s SetConfig) update(m Model) (Model, []Cmd) {
	if s.Config == m.Config {
		return m, nil
	}
	world, err := engine.New(s.Config)
	if err != nil {
		return m.notice(Notice{Text: err.Error(), Bad: true})
	}
	next := m.Work
	next.Config, next.Notes, next.Dirty = world.Config(), nil, true
	next, err = next.replayed(engine.NewHistory(world), m.Script().Steps)
	if err != nil {
		return m.notice(Notice{Text: err.Error(), Bad: true})
	}
	lost := m.forks()
	if lost {
		m.Kept = kept(m.Kept, m.Work)
	}
	m = m.stopped()
	m.Work = next.settled()
	m = m.arrived(false)
	if lost {
		return m.notice(Notice{Text: "Only this branch was played again.", Label: "Back to all branches", Do: TakeBack{}})
	}
	return m, nil
}

// Fresh clears the stage for a new scenario.
type Fresh struct{}

func (Fresh) update(m Model) (Model, []Cmd) {
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
