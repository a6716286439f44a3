package model

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reloaded is the page after a reload: it has the address and the stored text.
func reloaded(t *testing.T, m Model) Model {
	t.Helper()
	visit := m.Visited()
	if path, fragment, err := m.Address(); err == nil {
		visit = Visit{presetIn(path), fragment}
	}
	_, cmds := send(m, AddressSynced{visit})
	fresh, _ := send(newModel(), visit)
	fresh, _ = send(fresh, RestoreStage{cmds[0].(StoreStage).Text, Reloaded})
	return fresh
}

func TestAReloadLosesNothing(t *testing.T) {
	bad := "client SSL_shutdown\nserver SSL_reed 5"
	long := strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 2500)
	for name, m := range map[string]Model{
		"a step":           press(t, newModel(), "seek 3"),
		"a branch":         press(t, newModel(), "seek 3", "act client SSL_free"),
		"a bad text":       sendOne(newModel(), EditScript{bad}),
		"a long script":    press(t, sendOne(newModel(), EditScript{long}), "seek 4000"),
		"a saved scenario": press(t, withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\n")), "open-saved a1"),
	} {
		typed := "" // that has to be there again
		if len(m.Editor.Errors) > 0 {
			typed = m.Editor.Typed
		}
		if after := reloaded(t, m); after.SavedID != m.SavedID || after.SavedID != "" && after.SavedAt != m.SavedAt || after.Dirty != m.Dirty || after.At != m.At ||
			stepLines(after) != stepLines(m) || after.Title() != m.Title() || typed != "" && after.Editor.Typed != typed {
			t.Errorf("%s: step %d of %d, saved as %q, dirty %v, text %.40q", name, after.At, after.Len(), after.SavedID, after.Dirty, after.Editor.Typed)
		}
	}
}

// TestAStepStoresNoScript: the address still holds the branch, and the script can be long.
func TestAStepStoresNoScript(t *testing.T) {
	m := press(t, newModel(), "seek 3")
	if text := m.StageText(); strings.Contains(text, "SSL_shutdown") {
		t.Errorf("a step stores %q", text)
	}
	m = press(t, m, "act client SSL_free")
	if text := m.StageText(); !strings.Contains(text, "SSL_free") {
		t.Errorf("a branch that is not in the address is stored as %q", text)
	}
}

func TestWhatBelongsToAnotherAddressIsLeft(t *testing.T) {
	m := sendOne(newModel(), EditScript{"nonsense"})
	_, cmds := send(m, AddressSynced{m.Visited()})
	stored := cmds[0].(StoreStage)
	for _, text := range []string{stored.Text, "", "nonsense", "\n\n"} {
		other, _ := send(newModel(), Visit{Preset: "half-close"})
		if other, _ = send(other, RestoreStage{text, CameBack}); other.Editor.Open || other.Dirty || other.Preset != "half-close" {
			t.Errorf("%q came to another scenario", text)
		}
	}
}

// TestAReloadIntoTheAddressBefore: the address changed after the reload had begun.
func TestAReloadIntoTheAddressBefore(t *testing.T) {
	m := press(t, newModel(), "seek 3", "act client SSL_free")
	path, fragment, err := m.Address()
	if err != nil {
		t.Fatal(err)
	}
	m = sendOne(m, AddressSynced{Visit{presetIn(path), fragment}})
	fresh, cmds := send(newModel(), RestoreStage{m.StageText(), Reloaded})
	if stepLines(fresh) != stepLines(m) || fresh.At != m.At || len(fresh.Shelved) != 0 {
		t.Errorf("step %d of\n%s", fresh.At, stepLines(fresh))
	}
	if !slices.Contains(cmds, Cmd(SyncURL{})) {
		t.Error("the address bar keeps the address before")
	}
}

// TestWhatIsNotInTheAddressYetOutlivesAReload reloads before the address shows the change.
func TestWhatIsNotInTheAddressYetOutlivesAReload(t *testing.T) {
	typed := "client  SSL_write 5\n\n\nserver SSL_read 5"
	for name, m := range map[string]Model{
		"a step":             press(t, newModel(), "seek 3"),
		"a call":             press(t, newModel(), "seek 3", "act client SSL_free"),
		"a text":             sendOne(newModel(), EditScript{typed}),
		"a text, then a bad": sendOne(sendOne(newModel(), EditScript{typed}), EditScript{typed + "0 x"}),
		"a release":          press(t, newModel(), "seek 2", "set-profile openssl-1.1.1"),
	} {
		fresh, _ := send(newModel(), RestoreStage{m.StageText(), Reloaded})
		if stepLines(fresh) != stepLines(m) || fresh.At != m.At || fresh.Editor.Typed != m.Editor.Typed || fresh.Config != m.Config ||
			fresh.History.Len() != m.History.Len() || fresh.Dirty != m.Dirty || len(fresh.Shelved) != 0 {
			t.Errorf("%s: step %d of\n%s\nwith %q, want step %d of\n%s", name, fresh.At, stepLines(fresh), fresh.Editor.Typed, m.At, stepLines(m))
		}
	}
}

// TestWorkUnderAnotherScenarioOutlivesAReload opens another scenario on top of unsaved work,
// in the page and as a page of its own.
func TestWorkUnderAnotherScenarioOutlivesAReload(t *testing.T) {
	const bad = "client SSL_shutdown\nserver SSL_reed 5"
	for name, m := range map[string]Model{
		"a bad text": sendOne(newModel(), EditScript{bad}),
		"a branch":   press(t, newModel(), "seek 3", "act client SSL_free", "back", "act client SSL_shutdown"),
	} {
		over, _ := send(m, Visit{Preset: "half-close"})
		other, _ := send(newModel(), Visit{Preset: "half-close"})
		for how, r := range map[string]RestoreStage{
			"and reloaded": {over.StageText(), Reloaded},
			"and left":     {m.StageText(), Navigated},
		} {
			after, _ := send(other, r)
			if after.Preset != "half-close" || after.Dirty || len(after.Shelved) != 1 || len(after.Notices) != 1 {
				t.Errorf("%s %s: %s on the stage, %d shelved, %d notices", name, how, after.Preset, len(after.Shelved), len(after.Notices))
				continue
			}
			back, _ := send(after, Unshelve{})
			if back.Editor.Typed != m.Editor.Typed || stepLines(back) != stepLines(m) || back.History.Len() != m.History.Len() || !back.Dirty && m.Dirty {
				t.Errorf("%s %s: came back as %q\n%s", name, how, back.Editor.Typed, stepLines(back))
			}
		}
	}
}

func TestNineHundredBranchesOutliveAReload(t *testing.T) {
	m := newModel()
	for n := range 900 {
		m = press(t, m, "first", "act client SSL_write "+strconv.Itoa(n+100))
	}
	fresh, _ := send(newModel(), RestoreStage{m.StageText(), Reloaded})
	if fresh.History.Len() != m.History.Len() {
		t.Errorf("%d moments, want %d", fresh.History.Len(), m.History.Len())
	}
}

func TestAFullStorageIsSaid(t *testing.T) {
	m := sendOne(newModel(), StageStored{false})
	if len(m.Notices) != 1 || !m.Notices[0].Error {
		t.Errorf("%d notices", len(m.Notices))
	}
	if m = sendOne(newModel(), StageStored{true}); len(m.Notices) != 0 {
		t.Errorf("%d notices about a storage that works", len(m.Notices))
	}
}

// TestAReloadIntoANewerVersion: what an older version of the page has stored means what it
// meant there. At first openssl-3.5 was 3.5.7.
func TestAReloadIntoANewerVersion(t *testing.T) {
	long := strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 2500)
	stored := strings.Join([]string{"", "", "", "-62135596800000", "true", "3", "p1 client SSL_free\x1e", long}, "\n")
	for text, want := range map[string]string{"2\n" + stored: "openssl-3.5", stored: "openssl-3.5.7"} {
		fresh, _ := send(newModel(), RestoreStage{text, Reloaded})
		if fresh.Config.Profile != want || fresh.Len() != 5000 || fresh.At != 3 || !fresh.Dirty {
			t.Errorf("step %d of %d with %s, dirty %v, want 5000 steps with %s", fresh.At, fresh.Len(), fresh.Config.Profile, fresh.Dirty, want)
		}
	}
}
