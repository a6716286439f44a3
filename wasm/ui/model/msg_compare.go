package model

import (
	"strings"

	"closenotify/engine"
)

// CompareWith chooses the release and the version that the Compare panel shows beside
// those of the stage.
type CompareWith struct {
	Profile string
	Version engine.Version
}

func (c CompareWith) update(m *Model) []Cmd {
	switch m.Compiling.change.then.(type) {
	case CompareLink, CompareSaved:
		m.Compiling.end(&m.Compiling.change)
	}
	m.Other = OtherRun{Profile: c.Profile, Version: c.Version, chosen: true}
	return nil
}

// msgFromCompareWith takes "openssl-3.0 tls1.2".
func msgFromCompareWith(_ *Model, arg, _ string) (Msg, bool) {
	profile, version, _ := strings.Cut(arg, " ")
	_, known := engine.ProfileNamed(profile)
	v, ok := engine.VersionNamed(version)
	return CompareWith{profile, v}, known && ok
}
