package model

import (
	"slices"
	"strings"
	"testing"
	"time"

	"closenotify/scenarios/store"
)

// savedScenario is a stored scenario.
func savedScenario(id, title, text string) store.Saved {
	return store.Saved{ID: id, Title: title, Script: text, Step: 1, Modified: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
}

// withSaved is a page whose store has answered.
func withSaved(saved ...store.Saved) Model {
	m, _ := send(newModel(), SavedListed{Listing: store.Listing{Saved: saved, Damaged: []store.Damaged{{ID: "x", Why: "script is a number", Raw: "{7}"}}}})
	return m
}

func TestSaveStoresTheStage(t *testing.T) {
	m, cmds := send(press(t, newModel(), "act server SSL_free"), Save{})
	put := cmds[0].(PutSaved)
	if _, cmds := send(m, Save{}); len(cmds) != 0 {
		t.Errorf("pressed twice: %v", cmds)
	}
	if put.Saved.ID != "" || put.Saved.Title != m.Title() || put.Saved.Script != m.Script().String() || put.Saved.Step != m.At {
		t.Fatalf("stored %+v", put.Saved)
	}
	put.Saved.ID = "a1"
	m, cmds = send(m, SavedPut{Saved: put.Saved, Report: put.Report})
	if m.SavedID != "a1" || m.Dirty || lastNotice(t, m).Label != "Rename" || !slices.Contains(cmds, Cmd(ListSaved{})) {
		t.Fatalf("ID %q, dirty %v, %+v, %v", m.SavedID, m.Dirty, lastNotice(t, m), cmds)
	}
	if _, cmds = send(m, Save{}); cmds[0].(PutSaved).Saved.ID != "a1" {
		t.Error("saving again makes another saved scenario")
	}
	if m, _ = send(m, PressNotice{lastNotice(t, m).ID}); m.Dialog != "saved" || m.Saved.Renaming != "a1" {
		t.Errorf("dialog %q, renaming %q", m.Dialog, m.Saved.Renaming)
	}
}

func TestAFailedSaveLosesNothing(t *testing.T) {
	m, _ := send(press(t, newModel(), "act server SSL_free"), SavedPut{Err: "no room left"})
	if n := lastNotice(t, m); !m.Dirty || !n.Error || !strings.Contains(n.Text, "Share") {
		t.Errorf("dirty %v, %+v", m.Dirty, n)
	}
	m, _ = send(m, EditScript{strings.Repeat("client SSL_write 5\n", 5000)}, SavedPut{Err: "too long"})
	if n := lastNotice(t, m); strings.Contains(n.Text, "Share") || !strings.Contains(n.Text, "Script pane") {
		t.Errorf("what no link holds: %+v", n)
	}
}

func TestWhatAnotherTabHasSavedStays(t *testing.T) {
	m, cmds := send(press(t, withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\n")), "open-saved a1"), Save{})
	put, stored := cmds[0].(PutSaved), savedScenario("a1", "Mine", "client SSL_free\n")
	if same := put.AsNewIfChanged(stored); same != put {
		t.Errorf("nobody has changed it: %+v", same)
	}
	stored.Modified = stored.Modified.Add(time.Second)
	if put = put.AsNewIfChanged(stored); put.Saved.ID != "" || put.Report != ReportSavedAsNew {
		t.Fatalf("%+v replaces %+v", put, stored)
	}
	put.Saved.ID = "b2"
	m, _ = send(m, SavedPut{Saved: put.Saved, Report: put.Report})
	if m.SavedID != "b2" || !strings.Contains(lastNotice(t, m).Text, "new one") {
		t.Errorf("saved as %q, %+v", m.SavedID, lastNotice(t, m))
	}
	renamed := PutSaved{stored, "Renamed"}
	if renamed.AsNewIfChanged(savedScenario("a1", "Mine", "")) != renamed {
		t.Error("a rename makes another saved scenario")
	}
}

func TestEscapeLeavesTheTitleAlone(t *testing.T) {
	m := press(t, withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\n")), "show-dialog saved", "rename a1")
	msg, ok := m.KeyMsg(Key{Key: "Escape", Target: OnText})
	if !ok {
		t.Fatal("Escape closes the dialog")
	}
	m, cmds := send(m, msg)
	if m.Saved.Renaming != "" || m.Dialog != "saved" || cmds[0] != (Focus{"rename-a1"}) {
		t.Errorf("renaming %q, dialog %q, %v", m.Saved.Renaming, m.Dialog, cmds)
	}
	if _, cmds = send(m, Rename{"a1", "Yours"}); len(cmds) != 0 {
		t.Errorf("what was typed is taken after all: %v", cmds)
	}
}

func TestOpenShowsTheSavedStep(t *testing.T) {
	m := press(t, withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\nserver SSL_read 5\n")), "open-saved a1")
	if m.SavedID != "a1" || m.Title() != "Mine" || m.At != 1 || m.Len() != 2 || m.Dirty {
		t.Errorf("%q %q, step %d of %d, dirty %v", m.SavedID, m.Title(), m.At, m.Len(), m.Dirty)
	}
	for _, g := range SceneOf(m).Header.Scenarios {
		for _, c := range g.Choices {
			if c.On && c.Value != "open-saved a1" {
				t.Errorf("the picker shows %+v", c)
			}
		}
	}
}

func TestASavedTextThatCannotBePlayedStays(t *testing.T) {
	m := withSaved(savedScenario("a1", "Broken", "client SSL_raed 5\n"))
	next := press(t, m, "open-saved a1")
	if stepLines(next) != stepLines(m) || !lastNotice(t, next).Error {
		t.Errorf("%s, %+v", stepLines(next), lastNotice(t, next))
	}
	item := SceneOf(press(t, m, "show-dialog saved")).Saved.Items[0]
	if item.ScriptError == "" || item.BadScript != "client SSL_raed 5\n" {
		t.Errorf("item %+v", item)
	}
}

func TestRename(t *testing.T) {
	m := press(t, withSaved(savedScenario("a1", "Mine", "# Mine\n\nclient SSL_shutdown\n")), "open-saved a1", "rename a1")
	msg, _ := m.MsgFromAction("set-title a1", "  Yours ")
	m, cmds := send(m, msg)
	put := cmds[0].(PutSaved)
	if put.Saved.Title != "Yours" || put.Saved.Script != "# Yours\n\nclient SSL_shutdown\n" || m.Title() != "Yours" || m.Saved.Renaming != "" {
		t.Errorf("%+v, title %q", put, m.Title())
	}
	if _, cmds = send(m, Rename{"a1", ""}); len(cmds) != 0 {
		t.Errorf("an empty title is stored: %v", cmds)
	}
}

func TestDuplicatesHaveTitlesOfTheirOwn(t *testing.T) {
	saved := []store.Saved{savedScenario("a1", "Mine", "client SSL_shutdown\n")}
	for i, want := range []string{"Mine (copy)", "Mine (copy 2)", "Mine (copy 3)"} {
		_, cmds := send(withSaved(saved...), Duplicate{"a1"})
		copied := cmds[0].(PutSaved).Saved
		if copied.ID != "" || copied.Title != want || copied.Script != saved[0].Script {
			t.Errorf("copy %d: %+v, want the title %q", i+1, copied, want)
		}
		copied.ID = want
		saved = append(saved, copied)
	}
}

func TestDeleteCanBeUndone(t *testing.T) {
	m := withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\n"))
	_, cmds := send(m, Delete{"a1"})
	drop := cmds[0].(DeleteSaved)
	m, _ = send(press(t, m, "open-saved a1"), SavedDeleted{DeleteSaved: drop})
	if lastNotice(t, m).Label != "Undo" || !m.Dirty {
		t.Fatalf("%+v, dirty %v", lastNotice(t, m), m.Dirty)
	}
	_, cmds = send(m, PressNotice{lastNotice(t, m).ID})
	if cmds[0] != (PutSaved{drop.Saved, "Restored"}) {
		t.Errorf("undo: %v", cmds)
	}
	if m, _ = send(m, SavedDeleted{Err: "no"}); !lastNotice(t, m).Error {
		t.Error("a failed deletion is not told")
	}
}

func TestUnreadableScenariosCanBeExportedAndDeleted(t *testing.T) {
	m := press(t, withSaved(), "show-dialog saved")
	if d := SceneOf(m).Saved.Damaged; len(d) != 1 || d[0].Raw != "{7}" {
		t.Fatalf("damaged %+v", d)
	}
	if _, cmds := send(m, CopyDamaged{0}); cmds[0] != (Copy{"{7}", "Text"}) {
		t.Errorf("%v", cmds)
	}
	_, cmds := send(m, DeleteDamaged{0})
	m, _ = send(m, SavedDeleted{DeleteSaved: cmds[0].(DeleteSaved)})
	if _, cmds = send(m, PressNotice{lastNotice(t, m).ID}); cmds[0] != (Copy{"{7}", "Text"}) {
		t.Errorf("after the deletion: %v", cmds)
	}
}

func TestScenariosThatAnotherTabHasDeleted(t *testing.T) {
	for _, msg := range []Msg{OpenSaved{"z"}, Rename{"z", "t"}, Duplicate{"z"}, Delete{"z"}, CopyDamaged{5}, DeleteDamaged{-1}} {
		m, cmds := send(withSaved(), msg)
		if !lastNotice(t, m).Error || cmds[0] != (ListSaved{}) {
			t.Errorf("%T: %+v, %v", msg, m.Notices, cmds)
		}
	}
}

func TestWithoutAStoreThePageSaysSo(t *testing.T) {
	m, _ := send(newModel(), StoreUnavailable{"private window"}, ShowDialog{"saved"})
	if SceneOf(m).Saved.Unavailable != "private window" {
		t.Errorf("%+v", SceneOf(m).Saved)
	}
	m, _ = send(m, SavedPut{Saved: savedScenario("a", "T", ""), Report: "Saved"})
	if n := lastNotice(t, m); n.Text == "Saved \u201cT\u201d." {
		t.Errorf("the notice hides that it will be lost: %q", n.Text)
	}
	if m, _ = send(m, SavedListed{Err: "closed"}); !lastNotice(t, m).Error {
		t.Error("a list that cannot be read is not told")
	}
}
