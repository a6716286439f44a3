package model

import (
	"strconv"
	"strings"
	"testing"

	"closenotify/scenarios/library"
)

// lastNotice is the newest notice.
func lastNotice(t *testing.T, m Model) Notice {
	t.Helper()
	if len(m.Notices) == 0 {
		t.Fatal("there is no notice")
	}
	return m.Notices[len(m.Notices)-1]
}

func TestEveryShippedScenarioOpensAndPlays(t *testing.T) {
	library := library.All()
	if len(library) == 0 {
		t.Fatal("nothing is shipped")
	}
	for _, s := range library {
		m := press(t, newModel(), "open-preset "+s.Name, "last")
		if m.Preset != s.Name || m.Len() != len(s.Script.Steps) || m.Dirty {
			t.Errorf("%s: %q, %d steps, dirty %v", s.Name, m.Preset, m.Len(), m.Dirty)
		}
		for at := range m.Len() + 1 {
			if s := SceneOf(press(t, m, "seek "+strconv.Itoa(at))); s.Dock.At != at || len(s.Ladder.Rows) != m.Len() {
				t.Errorf("%s at %d: %+v", m.Title(), at, s.Dock)
			}
		}
	}
}

func TestAnUnsavedScenarioComesBack(t *testing.T) {
	m := press(t, newModel(), "act server SSL_free")
	mine := stepLines(m)
	m = press(t, m, "open-preset "+library.All()[1].Name)
	if n := lastNotice(t, m); n.Label == "" || !n.Stays {
		t.Fatalf("notice %+v", n)
	}
	m, _ = send(m, PressNotice{lastNotice(t, m).ID})
	if stepLines(m) != mine || !m.Dirty || len(m.Shelved) != 0 {
		t.Errorf("back on the stage: %s", stepLines(m))
	}
	if m, _ = send(m, Unshelve{}); stepLines(m) != mine {
		t.Error("with nothing shelved, Unshelve changes something")
	}
}

func TestUnchangedScenariosAreNotShelved(t *testing.T) {
	m := press(t, newModel(), "next", "open-preset "+library.All()[1].Name)
	if len(m.Shelved) != 0 || len(m.Notices) != 0 {
		t.Errorf("shelved %d, notices %v", len(m.Shelved), m.Notices)
	}
	m, _ = send(m, OpenPreset{"no-such"})
	if !lastNotice(t, m).Error {
		t.Error("an unknown scenario opens silently")
	}
}

func TestALinkOpensTheSameStep(t *testing.T) {
	m := press(t, newModel(), "seek 2", "act client SSL_write 7", "act server SSL_read 100", "back")
	path, fragment, err := m.Address()
	if err != nil {
		t.Fatal(err)
	}
	other, cmds := send(newModel(), Visit{Preset: presetIn(path), Fragment: fragment})
	if stepLines(other) != stepLines(m) || other.At != m.At || other.Title() != m.Title() {
		t.Errorf("step %d of %s", other.At, stepLines(other))
	}
	for _, c := range cmds {
		if _, put := c.(PutSaved); put {
			t.Error("opening a link writes the store")
		}
	}
}

func TestALinkToAShippedScenarioIsThatScenario(t *testing.T) {
	m := press(t, newModel(), "seek 3")
	path, fragment, _ := m.Address()
	if path != "/s/"+FirstPreset {
		t.Errorf("path %s", path)
	}
	other, _ := send(newModel(), Visit{FirstPreset, fragment})
	if other.Preset != FirstPreset || other.At != 3 || narrationOf(other, 1) != narrationOf(m, 1) || other.Dirty {
		t.Errorf("preset %q, step %d, dirty %v", other.Preset, other.At, other.Dirty)
	}
}

func TestALinkDoesNotDiscardWork(t *testing.T) {
	_, fragment, _ := linkOf(newModel())
	m := press(t, newModel(), "act server SSL_free")
	mine := stepLines(m)
	m, _ = send(m, Visit{Fragment: fragment})
	if m, _ = send(m, PressNotice{lastNotice(t, m).ID}); stepLines(m) != mine {
		t.Errorf("after going back: %s", stepLines(m))
	}
}

func TestABrokenLinkChangesNothing(t *testing.T) {
	m := press(t, newModel(), "act server SSL_free")
	next, cmds := send(m, Visit{Fragment: "1!!!"})
	if stepLines(next) != stepLines(m) || next.At != m.At || len(cmds) != 0 {
		t.Errorf("on the stage: %s, effects %v", stepLines(next), cmds)
	}
	if n := lastNotice(t, next); !n.Error || !n.Stays || !strings.Contains(n.Text, "link") {
		t.Errorf("notice %+v", n)
	}
}

func TestABrokenLinkLeavesTheCursor(t *testing.T) {
	m := press(t, sendOne(newModel(), Visit{Preset: "half-close"}), "seek 3")
	if m, _ = send(m, Visit{"half-close", "1!!!"}); m.Preset != "half-close" || m.At != 3 {
		t.Errorf("%s at step %d", m.Title(), m.At)
	}
	if m, _ = send(newModel(), Visit{"half-close", "1!!!"}); m.Preset != "half-close" || m.At != 0 || !lastNotice(t, m).Error {
		t.Errorf("first of all: %s at step %d", m.Title(), m.At)
	}
}

func TestAVisitIsTakenOnce(t *testing.T) {
	_, fragment, _ := linkOf(press(t, newModel(), "seek 3"))
	v := Visit{Fragment: fragment}
	m, _ := send(newModel(), v)
	if m, _ = send(press(t, m, "first"), v); m.At != 0 {
		t.Error("the same address moves the cursor again")
	}
	if m, _ = send(m, AddressSynced{Visit{Fragment: "other"}}, v); m.At != 3 {
		t.Error("a link pasted again does not open")
	}
}

// linkOf is Address for a page that is not in a variable.
func linkOf(m Model) (path, fragment string, err error) { return m.Address() }

// presetIn is the preset in the path of a link.
func presetIn(path string) string {
	name, _ := strings.CutPrefix(path, "/s/")
	return strings.TrimPrefix(name, "/")
}
