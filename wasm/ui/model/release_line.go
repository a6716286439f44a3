package model

import (
	"strings"

	"closenotify/engine"
)

// releaseLine is the line of the release on the stage, as the manual's addresses name it.
func (m *Model) releaseLine() string {
	p, _ := engine.ProfileNamed(m.Config.Profile)
	return strings.TrimPrefix(p.Series(), "openssl-")
}
