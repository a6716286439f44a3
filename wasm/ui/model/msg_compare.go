package model

import "closenotify/engine"

// CompareWith chooses what to compare with.
type CompareWith struct {
	Profile string
	Version engine.Version
}

func (s CompareWith) update(m *Model) []Cmd {
	m.Other = OtherRun{Profile: s.Profile, Version: s.Version, chosen: true}
	return nil
}

// msgFromCompareMenu reads a change of one of the two menus.
func msgFromCompareMenu(which string) func(*Model, string, string) (Msg, bool) {
	return func(m *Model, _, value string) (Msg, bool) {
		c := m.otherConfig()
		if which == "profile" {
			c.Profile = value
		} else {
			c.Version = versionNamed(value, c.Version)
		}
		return CompareWith{c.Profile, c.Version}, true
	}
}
