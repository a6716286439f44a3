package model

import "closenotify/engine"

// SetConfig plays the branch again under another configuration.
type SetConfig struct{ Config engine.Config }

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
