package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

func TestSettings(t *testing.T) {
	m, cmds := send(newModel(), NextTheme{})
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

// TestTheFutureIsHidden: a screen reader hears which calls come, and not what they will
// return, unless the outcomes are shown. The Transcript panel tells everything.
func TestTheFutureIsHidden(t *testing.T) {
	m := press(t, newModel(), "next")
	told := func(m Model) string { return SceneOf(m).Panels.Transcript.Lines[1].Text }
	if got := told(m); got != "Server: SSL_read(100)." {
		t.Errorf("hidden: %q", got)
	}
	if !strings.Contains(SceneOf(m).Panels.Transcript.Lines[0].Text, "returns 5") {
		t.Error("a step that was taken is hidden, too")
	}
	for _, shown := range []Model{press(t, m, "next-future"), press(t, m, "pane transcript"), press(t, m, "next")} {
		if got := told(shown); !strings.Contains(got, "returns 5") {
			t.Errorf("shown: %q", got)
		}
	}
	if SceneOf(m).Header.Future != "hidden" || SceneOf(press(t, m, "next-future")).Header.Future != "shown" {
		t.Error("the switch says the opposite")
	}
	if m, _ := send(m, RestoreSetting{"future", "shown"}); SceneOf(m).Future != "shown" {
		t.Error("the setting is not restored")
	}
}

// TestReleasesMenu: older patches follow the newest one of their line, and the last entry
// opens the dialog about the releases without changing the stage.
func TestReleasesMenu(t *testing.T) {
	m := newModel()
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
