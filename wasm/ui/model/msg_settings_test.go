package model

import "testing"

func TestSettings(t *testing.T) {
	m, cmds := send(New(), NextTheme{})
	if m.Theme != "light" || cmds[0] != (StoreSetting{"theme", "light"}) {
		t.Errorf("%q, %v", m.Theme, cmds)
	}
	m, _ = send(m, NextTheme{}, NextTheme{}, NextMotion{})
	if m.Theme != "auto" || m.Motion != "off" {
		t.Errorf("theme %q, motion %q", m.Theme, m.Motion)
	}
	m, _ = send(m, RestoreSetting{"theme", "dark"}, RestoreSetting{"motion", "auto"}, RestoreSetting{"theme", "pink"}, RestoreSetting{"font", "big"})
	if m.Theme != "dark" || m.Motion != "auto" {
		t.Errorf("theme %q, motion %q", m.Theme, m.Motion)
	}
}
