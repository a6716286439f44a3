package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

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

// TestReleasesMenu: older patches follow the newest one of their line, and the last entry
// opens the dialog about the releases without changing the stage.
func TestReleasesMenu(t *testing.T) {
	m := New()
	list := SceneOf(m).Header.Profiles
	var older []string
	for i, c := range list {
		if strings.HasPrefix(c.Text, "\u2003") {
			older = append(older, list[i-1].Value+" "+c.Value)
		}
	}
	if want := []string{"openssl-3.0 openssl-3.0.20", "openssl-3.5 openssl-3.5.7"}; !slices.Equal(older, want) {
		t.Errorf("%q, want %q", older, want)
	}
	if len(ReleasesByLine()) != len(engine.Profiles()) || len(list) != len(engine.Profiles())+1 {
		t.Errorf("%d entries for %d releases", len(list), len(engine.Profiles()))
	}
	msg, ok := m.MsgFromAction("set-profile", list[len(list)-1].Value)
	if !ok {
		t.Fatal("the last entry does nothing")
	}
	if after, _ := Update(m, msg); after.Dialog != "releases" || after.Config != m.Config || after.Dirty {
		t.Errorf("dialog %q, %+v", after.Dialog, after.Config)
	}
}
