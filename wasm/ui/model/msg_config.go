package model

import (
	"errors"

	"closenotify/engine"
	"closenotify/engine/script"
)

// SetConfig plays the branch on the stage again under another configuration.
type SetConfig struct{ Config engine.Config }

func (s SetConfig) update(m *Model) []Cmd {
	if s.Config == m.Config {
		return nil
	}
	if cmds, ok := m.afterTyped(s); ok {
		return cmds
	}
	world, err := m.start(s.Config)
	if cmds, ok := m.compileFor(err, s); ok {
		return cmds
	}
	if list, ok := errors.AsType[script.ProgramErrors](err); ok {
		first := list[0]
		return m.notifyError("The program does not compile for " + profileLabel(s.Config.Profile) + ": " + first.Place() + " of the script: " + first.Error())
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
