package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// programVisit is the address of a scenario with a program, at step 2.
func programVisit(t *testing.T) Visit {
	t.Helper()
	m := press(t, updateCompiled(t, newModel(), EditScript{withProgram}), "seek 2")
	path, fragment, err := m.Address()
	if err != nil || !strings.HasPrefix(fragment, "2Z") {
		t.Fatalf("%s#%s, %v", path, fragment, err)
	}
	return Visit{presetIn(path), fragment}
}

// hasProgram reports whether withProgram is on the stage, at a step.
func hasProgram(m Model, at int) bool {
	return m.Len() == 3 && m.At == at && m.Title() == "A program" && m.Programs[engine.Client].Text != ""
}

// answerAll takes in the answers to Compiles, and to those that follow.
func answerAll(t *testing.T, m Model, cmds []Cmd) Model {
	t.Helper()
	for _, answer := range answers(cmds) {
		m = updateCompiled(t, m, answer)
	}
	return m
}

func TestLinkWithProgramOpensOnceItIsCompiled(t *testing.T) {
	v := programVisit(t)
	m, cmds := Update(newModel(), v)
	if m.Len() == 3 || len(m.Compiling.Units) != 1 || slices.Contains(cmds, Cmd(SyncURL{})) {
		t.Fatalf("%d steps, waits for %d programs, %v", m.Len(), len(m.Compiling.Units), cmds)
	}
	if _, _, err := m.Address(); err == nil {
		t.Error("the address bar is written over while the link is opened")
	}
	m = answerAll(t, m, cmds)
	if !hasProgram(m, 2) || m.Dirty || m.Compiling.Units != nil || len(m.Notices) != 0 || m.IsNew() {
		t.Errorf("step %d of %d, dirty %v, %d notices", m.At, m.Len(), m.Dirty, len(m.Notices))
	}
	if _, fragment, err := m.Address(); err != nil || fragment != v.Fragment {
		t.Errorf("the address is now %s, %v", fragment, err)
	}
	if m = updateCompiled(t, m, Act{engine.Op{Verb: engine.VerbNext}}); m.At != 3 {
		t.Errorf("step %d after next", m.At)
	}
}

// TestLateLinkReplacesNothing: what somebody has done while the compiler was loaded stays.
func TestLateLinkReplacesNothing(t *testing.T) {
	v := programVisit(t)
	for name, do := range map[string]Msg{
		"a call":           Act{engine.Op{Verb: engine.VerbFree}},
		"another scenario": OpenPreset{"half-close"},
		"a text":           EditScript{"client SSL_free\n"},
	} {
		m, cmds := Update(newModel(), v)
		m, more := Update(m, do)
		if !slices.Contains(more, Cmd(SyncURL{})) {
			t.Errorf("%s is not in the address bar", name)
		}
		done := stepLines(m)
		m = answerAll(t, m, cmds)
		if stepLines(m) != done {
			t.Errorf("%s: now the stage has %s", name, stepLines(m))
		}
		m = updateCompiled(t, m, PressNotice{lastNotice(t, m).ID})
		if !hasProgram(m, 2) {
			t.Errorf("%s: the link does not open later: %s", name, stepLines(m))
		}
	}
}

func TestLinkWithoutCompilerCanBeTriedAgain(t *testing.T) {
	m, cmds := Update(newModel(), programVisit(t))
	m, _ = Update(m, CompileFailed{cmds[0].(Compile).Units, "you are offline"})
	if m.Preset != FirstPreset || m.Compiling.Units != nil || !lastNotice(t, m).Error {
		t.Fatalf("%s on the stage, notice %+v", m.Preset, m.Notices)
	}
	m = updateCompiled(t, m, PressNotice{lastNotice(t, m).ID})
	if !hasProgram(m, 2) {
		t.Errorf("the stage has %s", stepLines(m))
	}
}

// TestLinkWithRefusedProgram: its text is in the editor, with the errors.
func TestLinkWithRefusedProgram(t *testing.T) {
	m, cmds := Update(newModel(), programVisit(t))
	units := cmds[0].(Compile).Units
	m, _ = Update(m, Compiled{units, []script.Compiled{{Errors: []script.CompileError{{Line: 3, Column: 5, Text: "int", Want: "another type"}}}}})
	if m.Editor.Typed != withProgram || len(m.Editor.Errors) != 1 || m.Editor.Errors[0].Line != 6 || m.Pane != PaneScript {
		t.Errorf("the editor has %q, errors %v", m.Editor.Typed, m.Editor.Errors)
	}
	if n := lastNotice(t, m); !n.Error || !strings.Contains(n.Text, "line 6, column 5") {
		t.Errorf("notice %q", n.Text)
	}
}

// TestOpeningIsGivenUp: another scenario that somebody opens meanwhile stays.
func TestOpeningIsGivenUp(t *testing.T) {
	m := withSaved(savedScenario("a1", "Mine", withProgram))
	m, cmds := Update(m, OpenSaved{"a1"})
	late, _ := Update(m, OpenPreset{"half-close"})
	if late, _ = Update(late, SavedGot{GetSaved: cmds[0].(GetSaved), Saved: storedSaved["a1"]}); late.Preset != "half-close" {
		t.Errorf("what the store has given late is on the stage: %s", late.Title())
	}
	m, cmds = updateStored(m, OpenSaved{"a1"})
	m, _ = Update(m, OpenPreset{"half-close"})
	if m = answerAll(t, m, cmds); m.Preset != "half-close" {
		t.Errorf("%s on the stage", m.Title())
	}
	m = updateCompiled(t, m, OpenSaved{"a1"})
	if !hasProgram(m, 0) && m.Title() != "Mine" || m.SavedID != "a1" {
		t.Errorf("%s on the stage", m.Title())
	}
}

func TestShareHasPrograms(t *testing.T) {
	m := updateCompiled(t, newModel(), EditScript{withProgram})
	m, _ = Update(m, Share{})
	_, fragment, _ := strings.Cut(m.Link, "#")
	if m.Dialog != "share" || !hasProgram(updateCompiled(t, newModel(), Visit{Fragment: fragment}), m.At) {
		t.Errorf("the link is %q", m.Link)
	}
}

// TestALinkWhoseOutcomeHasChanged names the step, and leads there.
func TestALinkWhoseOutcomeHasChanged(t *testing.T) {
	for fragment, want := range map[string]struct {
		text string
		at   int
	}{
		"2SIGKGRARQAdG-h0mNnNHtJDg":                      {"Step 4 had a different outcome", 4},
		"2SWUKGRCRCRCRCRCRCRCRCRCRdN8VXYhRvmwdzX8FZh9vg": {"Step 6 or 7 had a different outcome", 6},
	} {
		m, _ := send(newModel(), Visit{Fragment: fragment})
		n := lastNotice(t, m)
		if !strings.HasPrefix(n.Text, want.text) || !n.Stays {
			t.Errorf("%s: %q", fragment, n.Text)
		}
		if m, _ = send(m, PressNotice{n.ID}); m.At != want.at {
			t.Errorf("%s: the button leads to step %d, want %d", fragment, m.At, want.at)
		}
	}
}
