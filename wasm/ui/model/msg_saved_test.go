package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"closenotify/scenarios/store"
)

// savedScenario is a stored scenario.
func savedScenario(id, title, text string) store.Saved {
	v := store.Version{Modified: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), Revision: "r1"}
	return store.Saved{Entry: store.Entry{ID: id, Title: title, Step: 1, Version: v}, Script: text}
}

// withSaved is a page whose store has answered.
func withSaved(saved ...store.Saved) Model {
	m, _ := send(newModel(), listed(saved...))
	return m
}

// listed is the answer of a store that has these scenarios, and one that cannot be read.
func listed(saved ...store.Saved) SavedListed {
	l := store.Listing{Damaged: []store.Damaged{{ID: "x", Why: "script is a number", Raw: "{7}"}}, Persistent: true}
	for _, s := range saved {
		storedSaved[s.ID] = s
		l.Entries = append(l.Entries, s.Entry)
	}
	return SavedListed{Listing: l}
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
	m, cmds = send(m, SavedPut{Saved: put.Saved, Report: put.Report, Save: put.Save})
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
	m, _ := send(press(t, newModel(), "act server SSL_free"), SavedPut{Err: errors.New("no room left")})
	if n := lastNotice(t, m); !m.Dirty || !n.Error || !strings.Contains(n.Text, "Share") {
		t.Errorf("dirty %v, %+v", m.Dirty, n)
	}
	m, _ = send(m, EditScript{strings.Repeat("client SSL_write 5\n", 5000)}, SavedPut{Err: errors.New("too long")})
	if n := lastNotice(t, m); strings.Contains(n.Text, "Share") || !strings.Contains(n.Text, "Script pane") {
		t.Errorf("what no link holds: %+v", n)
	}
}

func TestWhatAnotherTabHasSavedStays(t *testing.T) {
	mine := savedScenario("a1", "Mine", "client SSL_shutdown\n")
	m, cmds := send(press(t, withSaved(mine), "open-saved a1"), Save{})
	put := cmds[0].(PutSaved)
	if put.Saved.ID != "a1" || put.Saved.Version != mine.Version {
		t.Errorf("%+v is to replace %+v", put, mine)
	}
	if put = put.AsNew(); put.Saved.ID != "" || put.Saved.Version != (store.Version{}) || put.Report != ReportSavedAsNew {
		t.Fatalf("%+v replaces what another tab has stored", put)
	}
	put.Saved.ID = "b2"
	m, _ = send(m, SavedPut{Saved: put.Saved, Report: put.Report, Save: put.Save})
	if m.SavedID != "b2" || !strings.Contains(lastNotice(t, m).Text, "new one") {
		t.Errorf("saved as %q, %+v", m.SavedID, lastNotice(t, m))
	}
}

// TestChangesOfOtherTabsAreTold once, with a way to the other version.
func TestChangesOfOtherTabsAreTold(t *testing.T) {
	mine := savedScenario("a1", "Mine", "client SSL_shutdown\n")
	open := press(t, withSaved(mine), "open-saved a1")
	if m, _ := send(open, listed(mine)); len(m.Notices) != 0 || m.Dirty {
		t.Errorf("nothing has changed: %+v", m.Notices)
	}
	theirs := mine
	theirs.Revision, theirs.Script = "r2", "client SSL_free\n"
	m, _ := send(open, listed(theirs))
	if n := lastNotice(t, m); m.Dirty || n.Label != "Open the other version" || !n.Stays {
		t.Errorf("dirty %v, %+v", m.Dirty, n)
	}
	if again, _ := send(m, listed(theirs)); len(again.Notices) != 1 {
		t.Errorf("the notice is shown again: %+v", again.Notices)
	}
	if m, _ = send(m, PressNotice{lastNotice(t, m).ID}); stepLines(m) != "client SSL_free" || m.SavedAt != theirs.Version {
		t.Errorf("opened %s, %+v", stepLines(m), m.SavedAt)
	}
	if m, _ = send(open, listed()); !m.Dirty || !strings.Contains(lastNotice(t, m).Text, "deleted in another tab") {
		t.Errorf("dirty %v, %+v", m.Dirty, m.Notices)
	}
	own, _ := send(open, Delete{"a1"}, SavedDeleted{DeleteSaved: DeleteSaved{"a1"}, Deleted: store.Deleted{Saved: mine}}, listed())
	if n := lastNotice(t, own); n.Label != "Undo" {
		t.Errorf("its own deletion: %+v", n)
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

func TestASavedTextThatCannotBePlayedIsInTheEditor(t *testing.T) {
	m := press(t, press(t, withSaved(savedScenario("a1", "Broken", "client SSL_raed 5\n")), "act client SSL_shutdown"), "open-saved a1")
	if m.Editor.Typed != "client SSL_raed 5\n" || m.Pane != PaneScript || m.SavedID != "a1" || !lastNotice(t, m).Error || len(m.Shelved) != 1 {
		t.Errorf("%q in %s, %+v", m.Editor.Typed, m.Pane, m.Notices)
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
		if copied.ID != "" || copied.Version != (store.Version{}) || copied.Title != want || copied.Script != saved[0].Script {
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
	gone := store.Deleted{Saved: storedSaved["a1"]}
	m, _ = send(press(t, m, "open-saved a1"), SavedDeleted{DeleteSaved: drop, Deleted: gone})
	if lastNotice(t, m).Label != "Undo" || !m.Dirty {
		t.Fatalf("%+v, dirty %v", lastNotice(t, m), m.Dirty)
	}
	_, cmds = send(m, PressNotice{lastNotice(t, m).ID})
	if cmds[0] != (PutSaved{gone.Saved, "Restored", 0}) {
		t.Errorf("undo: %v", cmds)
	}
	if m, _ = send(m, SavedDeleted{Err: errors.New("no")}); !lastNotice(t, m).Error {
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
	m, _ = send(m, SavedDeleted{DeleteSaved: cmds[0].(DeleteSaved), Deleted: store.Deleted{Raw: "{7}"}})
	if _, cmds = send(m, PressNotice{lastNotice(t, m).ID}); cmds[0] != (Copy{"{7}", "Text"}) {
		t.Errorf("after the deletion: %v", cmds)
	}
}

func TestScenariosThatAnotherTabHasDeleted(t *testing.T) {
	for _, msg := range []Msg{OpenSaved{"z"}, Rename{"z", "t"}, SavedGot{Err: store.ErrNotFound}, Duplicate{"z"}, Delete{"z"}, CopyDamaged{5}, DeleteDamaged{-1}} {
		m, cmds := send(withSaved(), msg)
		if !lastNotice(t, m).Error || cmds[0] != (ListSaved{}) {
			t.Errorf("%T: %+v, %v", msg, m.Notices, cmds)
		}
	}
}

// TestWhatCannotBeStoredIsKept says so, offers a file, and tries again until it is stored.
func TestWhatCannotBeStoredIsKept(t *testing.T) {
	failed := fmt.Errorf("%w: the browser denies this page its storage", store.ErrUnavailable)
	m, cmds := send(press(t, newModel(), "act server SSL_free"), Save{})
	kept := cmds[0].(PutSaved).Saved
	kept.ID = "a1"
	m, _ = send(m, SavedPut{Saved: kept, Report: ReportSaved, Save: 1, Err: failed})
	if n := lastNotice(t, m); m.SavedID != "a1" || !m.Dirty || !n.Error || n.Action != (ExportAll{}) || !strings.Contains(n.Text, "Not saved: the browser denies this page its storage. The page keeps") {
		t.Fatalf("saved as %q, dirty %v, %+v", m.SavedID, m.Dirty, n)
	}
	waiting := SavedListed{Listing: store.Listing{Waiting: []store.Entry{kept.Entry}}, Err: failed}
	m, cmds = send(m, waiting, ShowDialog{"saved"}, waiting)
	s := SceneOf(m).Saved
	if s.Unavailable != "the browser denies this page its storage" || len(s.Items) != 1 || !s.Items[0].Waiting || !s.Waiting {
		t.Errorf("%+v", s)
	}
	if len(cmds) != 0 || len(m.Notices) != 1 {
		t.Errorf("asked twice: %v, told twice: %v", cmds, m.Notices)
	}
	if m, cmds = send(m, retrySaved{}); cmds[0] != (ListSaved{}) {
		t.Errorf("tried again: %v", cmds)
	}
	now := kept.Entry
	now.Revision = "r2"
	m, _ = send(m, SavedListed{Listing: store.Listing{Entries: []store.Entry{now}, Stored: []store.Stored{{ID: "a1", As: now}}}})
	if s := SceneOf(m).Saved; s.Unavailable != "" || s.Waiting || m.SavedAt != now.Version || !strings.Contains(lastNotice(t, m).Text, "works again: 1 scenario that waited is saved") {
		t.Errorf("%+v, %+v", s, m.Notices)
	}
	if m, cmds = send(m, retrySaved{}); len(cmds) != 0 {
		t.Errorf("nothing waits: %v", cmds)
	}
}

func TestTheListStaysWhileItCannotBeRead(t *testing.T) {
	m, _ := send(withSaved(savedScenario("a1", "Mine", "")), SavedListed{Err: errors.New("closed")})
	if s := SceneOf(press(t, m, "show-dialog saved")).Saved; !lastNotice(t, m).Error || len(s.Items) != 1 || s.Unavailable != "closed" {
		t.Errorf("%+v, %+v", s, m.Notices)
	}
}

func TestAllSavedScenariosAreDeletedUnderThePage(t *testing.T) {
	m := press(t, withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\n")), "open-saved a1")
	m, cmds := send(m, SavedLost{Kept: 1})
	if n := lastNotice(t, m); !m.Dirty || !n.Error || n.Action != (StoreAgain{}) || cmds[0] != (ListSaved{}) {
		t.Errorf("dirty %v, %+v, %v", m.Dirty, n, cmds)
	}
	if _, cmds = send(m, PressNotice{lastNotice(t, m).ID}); cmds[0] != (ReleaseSaved{}) {
		t.Errorf("%v", cmds)
	}
}

// TestALongListIsDrawnInParts, and searched.
func TestALongListIsDrawnInParts(t *testing.T) {
	var saved []store.Saved
	for i := range 5000 {
		saved = append(saved, savedScenario(fmt.Sprint("a", i), fmt.Sprint("Half Close ", i), ""))
	}
	m := press(t, withSaved(saved...), "show-dialog saved")
	shown := func(m Model) string {
		s := SceneOf(m).Saved
		return fmt.Sprint(len(s.Items), " ", s.Items[0].Title, ", ", s.Shown)
	}
	for msg, want := range map[Msg]string{
		ShowSaved{0}:                   "10 Half Close 0, 1 to 10 of 5,000",
		ShowSaved{1}:                   "10 Half Close 10, 11 to 20 of 5,000",
		ShowSaved{999}:                 "10 Half Close 4990, 4,991 to 5,000 of 5,000",
		ShowSaved{-1}:                  "10 Half Close 0, 1 to 10 of 5,000",
		FindSaved{" close 4999 HALF "}: "1 Half Close 4999, 1 to 1 of 1",
	} {
		next, _ := send(m, msg)
		if got := shown(next); got != want {
			t.Errorf("%+v: %s, want %s", msg, got, want)
		}
	}
	none, _ := send(m, FindSaved{"nothing"})
	if s := SceneOf(none).Saved; len(s.Items) != 0 || s.Shown != "0 to 0 of 0" {
		t.Errorf("%d found, %q", len(s.Items), s.Shown)
	}
	choices := 0
	for _, g := range SceneOf(press(t, m, "open-saved a4000")).Header.Scenarios {
		if g.Title == "Saved" {
			choices = len(g.Choices)
		}
	}
	if choices != mostInPicker+2 {
		t.Errorf("the picker has %d saved scenarios", choices)
	}
}

func TestAnImportIsTold(t *testing.T) {
	done := store.Imported{Added: 2, Same: 1, Beside: 3, Problems: []string{"line 17 is damaged"}, More: 4}
	m, _ := send(newModel(), SavedImported{Imported: done}, ShowDialog{"saved"})
	if s := SceneOf(m).Saved; s.Import != "" || len(s.Problems) != 0 {
		t.Errorf("an older import: %+v", s)
	}
	m, cmds := send(m, SavedImported{Imported: done})
	s := SceneOf(m).Saved
	for _, want := range []string{"Imported 5 scenarios. 1 is here already.", "For 3, another", "5 cannot be read"} {
		if !strings.Contains(s.Import, want) {
			t.Errorf("%q does not say %q", s.Import, want)
		}
	}
	if len(s.Problems) != 2 || cmds[len(cmds)-1] != (ListSaved{}) {
		t.Errorf("%q, %v", s.Problems, cmds)
	}
	m, _ = send(m, SavedImported{Err: errors.New("it is not a file of saved scenarios")})
	if n := lastNotice(t, m); !n.Error || !strings.Contains(n.Text, "it is not a file") {
		t.Errorf("%+v", n)
	}
}

// putIn is the PutSaved among effects.
func putIn(cmds []Cmd) (put PutSaved) {
	for _, c := range cmds {
		if p, ok := c.(PutSaved); ok {
			put = p
		}
	}
	return put
}

// putAnswer is the answer of a store to the PutSaved among effects, which it stores under an ID.
func putAnswer(cmds []Cmd, id, revision string) SavedPut {
	put := putIn(cmds)
	s := SavedPut{Saved: put.Saved, Was: put.Saved.Version, Report: put.Report, Save: put.Save}
	s.Saved.ID, s.Saved.Revision = id, revision
	return s
}

// The store answers a Save late: what was done meanwhile is not saved, and another scenario on the
// stage does not become the one that was.
func TestSaveIsAnsweredLate(t *testing.T) {
	m, cmds := send(press(t, newModel(), "act server SSL_free"), Save{})
	saved := putAnswer(cmds, "a1", "r1")
	changed, _ := send(press(t, m, "act client SSL_free"), saved)
	if changed.SavedID != "a1" || !changed.Dirty {
		t.Errorf("after a change: saved as %q, dirty %v", changed.SavedID, changed.Dirty)
	}
	other, _ := send(m, OpenPreset{"half-close"}, saved)
	if other.SavedID != "" || lastNotice(t, other).Action != (renameInList{"a1"}) {
		t.Errorf("another scenario is %q now, %+v", other.SavedID, other.Notices)
	}
	if back, _ := send(other, Unshelve{}); back.SavedID != "a1" || back.Dirty {
		t.Errorf("the one that was saved is %q, dirty %v", back.SavedID, back.Dirty)
	}
	if undone := press(t, m, "act client SSL_free", "undo"); sendOne(undone, saved).SavedID != "a1" {
		t.Error("after Undo the scenario is not the one that was saved")
	}
}

// Save that is pressed again after a change, before the store has answered, stores the change.
func TestSaveAgainAfterAChange(t *testing.T) {
	m, cmds := send(press(t, newModel(), "act server SSL_free"), Save{})
	saved := putAnswer(cmds, "a1", "r1")
	m, cmds = send(press(t, m, "act client SSL_free"), Save{}, saved)
	put := putIn(cmds)
	if put.Saved.ID != "a1" || put.Saved.Version != saved.Saved.Version || put.Saved.Script != m.text() {
		t.Fatalf("stored again: %+v", cmds)
	}
	if m, _ = send(m, putAnswer(cmds, "a1", "r2")); m.Dirty || m.SavedAt.Revision != "r2" {
		t.Errorf("dirty %v, version %+v", m.Dirty, m.SavedAt)
	}
}

// A new title for what another tab has changed does not let Save replace the change.
func TestRenameOfAnotherVersion(t *testing.T) {
	mine := savedScenario("a1", "Mine", "client SSL_shutdown\n")
	open := press(t, withSaved(mine), "open-saved a1")
	theirs := mine
	theirs.Revision = "r2"
	m, cmds := send(open, listed(theirs), ShowDialog{"saved"}, StartRename{"a1"}, Rename{"a1", "Ours"})
	if m = sendOne(m, putAnswer(cmds, "a1", "r3")); m.SavedAt != mine.Version {
		t.Errorf("the stage has version %+v", m.SavedAt)
	}
	m, cmds = send(open, listed(mine), ShowDialog{"saved"}, StartRename{"a1"}, Rename{"a1", "Ours"})
	if m = sendOne(m, putAnswer(cmds, "a1", "r3")); m.SavedAt.Revision != "r3" {
		t.Errorf("renamed: the stage has version %+v", m.SavedAt)
	}
}

// The list that comes while a scenario is being saved may have the change of this tab.
func TestListWhileSaving(t *testing.T) {
	mine := savedScenario("a1", "Mine", "client SSL_shutdown\n")
	m, _ := send(press(t, withSaved(mine), "open-saved a1", "act client SSL_free"), Save{})
	mine.Revision = "r2"
	if m = sendOne(m, listed(mine)); len(m.Notices) != 0 {
		t.Errorf("another tab is said to have changed it: %+v", m.Notices)
	}
}

// A new title that becomes a scenario of its own, since another tab was faster, does not take the stage
// along.
func TestRenameBesideAnotherTab(t *testing.T) {
	open := press(t, withSaved(savedScenario("a1", "Mine", "client SSL_shutdown\n")), "act client SSL_free", "show-dialog saved", "rename a1")
	m, cmds := send(open, Rename{"a1", "Ours"})
	answer := putAnswer(cmds, "b2", "r2")
	answer.Report = ReportSavedAsNew
	if m = sendOne(m, answer); m.SavedID != "" || !m.Dirty {
		t.Errorf("the stage is %q, dirty %v", m.SavedID, m.Dirty)
	}
}
