package model

import (
	"testing"

	"closenotify/scenarios/library"
)

// TestTheOpening is there when a shipped scenario is opened, until something is done in it.
func TestTheOpening(t *testing.T) {
	if !SceneOf(newModel()).Opening {
		t.Error("a newcomer sees no opening")
	}
	for _, s := range library.All() {
		m := press(t, newModel(), "next", "open-preset "+s.Name)
		if sc := SceneOf(m); !sc.Opening || sc.Story.Invite {
			t.Errorf("%s: opening %v, and invitation %v", s.Name, sc.Opening, sc.Story.Invite)
		}
		if sc := SceneOf(press(t, m, "next-theme", "save")); !sc.Opening {
			t.Errorf("%s: a setting ends the opening", s.Name)
		}
		for _, action := range []string{"next", "last", "menu client", "pane why", "pane script", "end-opening", "act client SSL_free", "new-scenario"} {
			m := press(t, m, action)
			if SceneOf(m).Opening {
				t.Errorf("%s: %s leaves the opening", s.Name, action)
			}
			if sc := SceneOf(press(t, m, "first")); sc.Opening || !sc.Story.Invite && !sc.Story.Empty {
				t.Errorf("%s: after %s, the first step has opening %v", s.Name, action, sc.Opening)
			}
		}
	}
	if m, _ := send(newModel(), Visit{Fragment: "t.c-SSL_shutdown"}); SceneOf(m).Opening {
		t.Error("a scenario of somebody else has an opening")
	}
}
