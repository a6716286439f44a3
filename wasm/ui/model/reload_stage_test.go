package model

import (
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
	fresh, _ := send(New(), visit)
	fresh, _ = send(fresh, RestoreStage{cmds[0].(StoreStage).Text})
	return fresh
}

func TestAReloadLosesNothing(t *testing.T) {
	bad := "client SSL_shutdown\nserver SSL_reed 5"
	long := strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 2500)
	for name, m := range map[string]Model{
		"a step":           press(t, New(), "seek 3"),
		"a branch":         press(t, New(), "seek 3", "act client SSL_free"),
		"a bad text":       sendOne(New(), EditScript{bad}),
		"a long script":    press(t, sendOne(New(), EditScript{long}), "seek 4000"),
		"a saved scenario": press(t, withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\n")), "open-saved a1"),
	} {
		typed := "" // that has to be there again
		if m.Editor.Err != nil {
			typed = m.Editor.Typed
		}
		if after := reloaded(t, m); after.SavedID != m.SavedID || after.SavedID != "" && !after.SavedAt.Equal(m.SavedAt) || after.Dirty != m.Dirty || after.At != m.At ||
			stepLines(after) != stepLines(m) || after.Title() != m.Title() || typed != "" && after.Editor.Typed != typed {
			t.Errorf("%s: step %d of %d, saved as %q, dirty %v, text %.40q", name, after.At, after.Len(), after.SavedID, after.Dirty, after.Editor.Typed)
		}
	}
}

func TestWhatBelongsToAnotherAddressIsLeft(t *testing.T) {
	m := sendOne(New(), EditScript{"nonsense"})
	_, cmds := send(m, AddressSynced{m.Visited()})
	stored := cmds[0].(StoreStage)
	for _, text := range []string{stored.Text, "", "nonsense", "\n\n"} {
		other, _ := send(New(), Visit{Preset: "half-close"})
		if other, _ = send(other, RestoreStage{text}); other.Editor.Open || other.Dirty || other.Preset != "half-close" {
			t.Errorf("%q came to another scenario", text)
		}
	}
}

// TestAReloadIntoANewerVersion: what an older version of the page has stored means what it
// meant there, when openssl-3.5 was 3.5.7.
func TestAReloadIntoANewerVersion(t *testing.T) {
	long := sendOne(New(), EditScript{strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 2500)})
	_, cmds := send(long, AddressSynced{long.Visited()})
	text := cmds[0].(StoreStage).Text
	for stored, want := range map[string]string{text: "openssl-3.5", strings.TrimPrefix(text, stageFormat): "openssl-3.5.7"} {
		fresh, _ := send(New(), long.Visited())
		if fresh, _ = send(fresh, RestoreStage{stored}); fresh.Config.Profile != want || fresh.Len() != long.Len() {
			t.Errorf("%d steps with %s, want %d with %s", fresh.Len(), fresh.Config.Profile, long.Len(), want)
		}
	}
}
