package model

import "closenotify/engine"

// SetRival chooses what to compare with.
type SetRival struct {
	Profile string
	Version engine.Version
}

func (s SetRival) update(m *Model) []Cmd {
	m.Rival = Rival{Profile: s.Profile, Version: s.Version, chosen: true}
	return nil
}

// doRival reads a change of one of the two menus.
func doRival(which string) func(*Model, string, string) (Msg, bool) {
	return func(m *Model, _, value string) (Msg, bool) {
		c := m.rivalConfig()
		if which == "profile" {
			c.Profile = value
		} else {
			c.Version = versionNamed(value, c.Version)
		}
		return SetRival{c.Profile, c.Version}, true
	}
}
