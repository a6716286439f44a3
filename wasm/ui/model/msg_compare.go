package model

import "closenotify/engine"

// CompareWith chooses the release and the version that the Compare panel shows beside
// those of the stage.
type CompareWith struct {
	Profile string
	Version engine.Version
}

func (c CompareWith) update(m *Model) []Cmd {
	m.Other = OtherRun{Profile: c.Profile, Version: c.Version, chosen: true}
	return nil
}

func msgFromCompareProfile(m *Model, _, value string) (Msg, bool) {
	return CompareWith{value, m.otherConfig().Version}, true
}

func msgFromCompareVersion(m *Model, _, value string) (Msg, bool) {
	v, ok := engine.VersionNamed(value)
	return CompareWith{m.otherConfig().Profile, v}, ok
}
