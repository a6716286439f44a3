package model

import (
	"strconv"
	"strings"
	"testing"

	"closenotify/scenarios"
)

// last is the newest notice.
func last(t *testing.T, m Model) Notice {
	t.Helper()
	if len(m.Notices) == 0 {
		t.Fatal("there is no notice")
	}
	return m.Notices[len(m.Notices)-1]
}

func TestEveryShippedScenarioOpensAndPlays(t *testing.T) {
	library := scenarios.Library()
	if len(library) == 0 {
		t.Fatal("nothing is shipped")
	}
	for _, s := range library {
		m := do(t, New(), "open-preset "+s.Name, "last")
		if m.Preset != s.Name || m.Len() != len(s.Script.Steps) || m.Dirty {
			t.Errorf("%s: %q, %d steps, dirty %v", s.Name, m.Preset, m.Len(), m.Dirty)
		}
		for at := range m.Len() + 1 {
			if s := SceneOf(do(t, m, "seek "+strconv.Itoa(at))); s.Dock.At != at || len(s.Ladder.Rows) != m.Len() {
				t.Errorf("%s at %d: %+v", m.Title(), at, s.Dock)
			}
		}
	}
}

func TestUnsavedWorkComesBack(t *testing.T) {
	m := do(t, New(), "act server SSL_free")
	mine := steps(m)
	m = do(t, m, "open-preset "+scenarios.Library()[1].Name)
	if n := last(t, m); n.Label == "" || !n.Stays {
		t.Fatalf("notice %+v", n)
	}
	m, _ = play(m, PressNotice{last(t, m).ID})
	if steps(m) != mine || !m.Dirty || len(m.Shelved) != 0 {
		t.Errorf("back on the stage: %s", steps(m))
	}
	if m, _ = play(m, Unshelve{}); steps(m) != mine {
		t.Error("taking back nothing changes something")
	}
}

func TestUntouchedScenariosAreNotKept(t *testing.T) {
	m := do(t, New(), "next", "open-preset "+scenarios.Library()[1].Name)
	if len(m.Shelved) != 0 || len(m.Notices) != 0 {
		t.Errorf("kept %d, notices %v", len(m.Shelved), m.Notices)
	}
	m, _ = play(m, OpenPreset{"no-such"})
	if !last(t, m).Error {
		t.Error("an unknown scenario opens silently")
	}
}

func TestALinkOpensTheSameStep(t *testing.T) {
	m := do(t, New(), "seek 2", "act client SSL_write 7", "act server SSL_read 100", "back")
	path, fragment, err := m.Address()
	if err != nil {
		t.Fatal(err)
	}
	other, cmds := play(New(), Visit{Preset: presetIn(path), Fragment: fragment})
	if steps(other) != steps(m) || other.At != m.At || other.Title() != m.Title() {
		t.Errorf("step %d of %s", other.At, steps(other))
	}
	for _, c := range cmds {
		if _, put := c.(PutSaved); put {
			t.Error("opening a link writes the store")
		}
	}
}

func TestALinkToAShippedScenarioIsThatScenario(t *testing.T) {
	m := do(t, New(), "seek 3")
	path, fragment, _ := m.Address()
	if path != "/s/"+FirstPreset {
		t.Errorf("path %s", path)
	}
	other, _ := play(New(), Visit{FirstPreset, fragment})
	if other.Preset != FirstPreset || other.At != 3 || other.Note(1) != m.Note(1) || other.Dirty {
		t.Errorf("preset %q, step %d, dirty %v", other.Preset, other.At, other.Dirty)
	}
}

func TestALinkDoesNotDiscardWork(t *testing.T) {
	_, fragment, _ := address(New())
	m := do(t, New(), "act server SSL_free")
	mine := steps(m)
	m, _ = play(m, Visit{Fragment: fragment})
	if m, _ = play(m, PressNotice{last(t, m).ID}); steps(m) != mine {
		t.Errorf("after going back: %s", steps(m))
	}
}

func TestABrokenLinkChangesNothing(t *testing.T) {
	m := do(t, New(), "act server SSL_free")
	next, cmds := play(m, Visit{Fragment: "1!!!"})
	if steps(next) != steps(m) || next.At != m.At || len(cmds) != 0 {
		t.Errorf("on the stage: %s, effects %v", steps(next), cmds)
	}
	if n := last(t, next); !n.Error || !n.Stays || !strings.Contains(n.Text, "link") {
		t.Errorf("notice %+v", n)
	}
}

func TestABrokenLinkLeavesTheCursor(t *testing.T) {
	m := do(t, mustPlay(New(), Visit{Preset: "half-close"}), "seek 3")
	if m, _ = play(m, Visit{"half-close", "1!!!"}); m.Preset != "half-close" || m.At != 3 {
		t.Errorf("%s at step %d", m.Title(), m.At)
	}
	if m, _ = play(New(), Visit{"half-close", "1!!!"}); m.Preset != "half-close" || m.At != 0 || !last(t, m).Error {
		t.Errorf("first of all: %s at step %d", m.Title(), m.At)
	}
}

func TestAVisitIsTakenOnce(t *testing.T) {
	_, fragment, _ := address(do(t, New(), "seek 3"))
	v := Visit{Fragment: fragment}
	m, _ := play(New(), v)
	if m, _ = play(do(t, m, "first"), v); m.At != 0 {
		t.Error("the same address moves the cursor again")
	}
	if m, _ = play(m, AddressSynced{Visit{Fragment: "other"}}, v); m.At != 3 {
		t.Error("a link pasted again does not open")
	}
}

// address is the link of the stage.
func address(m Model) (path, fragment string, err error) { return m.Address() }

func presetIn(path string) string {
	name, _ := strings.CutPrefix(path, "/s/")
	return strings.TrimPrefix(name, "/")
}
