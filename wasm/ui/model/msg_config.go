package model

import "closenotify/engine"

// SetConfig plays the branch on the stage again under another configuration.
type SetConfig struct{ Config engine.Config }

func (s SetConfig) update(m *Model) []Cmd {
	if s.Config == m.Config {
		return nil
	}
	world, err := m.start(s.Config)
	if cmds, ok := m.compileFor(err, s); ok {
		return cmds
	}
	if err != nil {
		return m.notifyError(err.Error())
	}
	m.endTyping()
	before := m.Draft
	if err := m.replay(engine.NewHistory(world), m.Script().Steps); err != nil {
		return m.notifyError("The steps cannot be played again: " + err.Error() + ".")
	}
	m.Config, m.Dirty = world.Config(), true
	m.stopPlaying()
	m.showStep(false)
	m.Status = configLabel(m.Config) + ". " + m.Status
	if !before.hasBranches() {
		return nil
	}
	m.shelve(before)
	return m.addNoticeAndSay(Notice{Text: "Only this branch was played again.", Label: "Back to all branches", Action: Unshelve{}})
}
