package model

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// TestPlayedToTheEnd is noted where the steps are those of the lesson, and not when a link opens at
// their end.
func TestPlayedToTheEnd(t *testing.T) {
	note := Cmd(StorePlayed{"truncation", 7})
	m, _ := send(newModel(), OpenPreset{"truncation"})
	m.Today = 7
	if _, cmds := send(m, Next{}); slices.Contains(cmds, note) {
		t.Error("it is noted at the first step")
	}
	end, cmds := send(m, Last{})
	if !slices.Contains(cmds, note) {
		t.Errorf("at the end: %v", cmds)
	}
	if _, cmds := send(end, SetPane{PaneScript}); slices.Contains(cmds, note) {
		t.Error("it is noted again")
	}
	if _, cmds := send(m, Act{engine.Op{Role: engine.Server, Verb: engine.VerbShutdown}}, Last{}); slices.Contains(cmds, note) {
		t.Error("another branch is noted")
	}
	code, cmds := send(updateCompiled(t, newModel(), OpenPreset{"truncation/wrong"}), Last{})
	if slices.ContainsFunc(cmds, func(c Cmd) bool { _, is := c.(StorePlayed); return is }) || code.At == 0 {
		t.Errorf("the wrong code: %v", cmds)
	}
	_, fragment, err := end.Address()
	if err != nil {
		t.Fatal(err)
	}
	if linked, cmds := send(newModel(), Visit{Fragment: fragment}); linked.At != linked.Len() || slices.ContainsFunc(cmds, func(c Cmd) bool { _, is := c.(StorePlayed); return is }) {
		t.Errorf("a link: %v", cmds)
	}
}

// TestQueryOfAddress: whoever passes on the address passes on the questions and the presentation.
func TestQueryOfAddress(t *testing.T) {
	m := askingModel(t, "client-closes-first")
	both, cmds := send(m, TogglePresent{})
	if m.Query() != "ask" || both.Query() != "ask&present" || !slices.Contains(cmds, Cmd(SyncURL{})) {
		t.Errorf("%q, then %q", m.Query(), both.Query())
	}
	if shown, cmds := send(both, ToggleAsk{}); shown.Query() != "present" || !slices.Contains(cmds, Cmd(SyncURL{})) {
		t.Errorf("without questions %q", shown.Query())
	}
}
