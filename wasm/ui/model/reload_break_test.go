package model

import (
	"fmt"
	"slices"
	"testing"

	"closenotify/engine"
)

// TestAReloadKeepsBreakpoints on the branch, on others, and in programs.
func TestAReloadKeepsBreakpoints(t *testing.T) {
	m := press(t, newModel(), "breakpoint 2", "breakpoint 5", "seek 1", "act client SSL_free", "breakpoint 2", "choose-branch 3")
	after := reloaded(t, m)
	if want := fmt.Sprint(m.breakpointSteps()); fmt.Sprint(after.breakpointSteps()) != want || want != "[2 5]" || len(after.Breakpoints) != 3 {
		t.Errorf("breakpoints at %v, want %v; %d in all", after.breakpointSteps(), want, len(after.Breakpoints))
	}
	program := updateCompiled(t, newModel(), EditScript{withProgram})
	program.LineBreaks[engine.Client] = []int{3, 5}
	if after := reloadedCompiled(t, program); !slices.Equal(after.LineBreaks[engine.Client], []int{3, 5}) || after.LineBreaks[engine.Server] != nil {
		t.Errorf("lines %v", after.LineBreaks)
	}
}

// TestAReloadKeepsManyBranches, without a limit.
func TestAReloadKeepsManyBranches(t *testing.T) {
	m := press(t, newModel(), "seek 1")
	for i := range 900 {
		m = sendOne(m, Act{engine.Op{Verb: engine.VerbWrite, N: i + 1}})
		m = sendOne(m, Seek{1})
	}
	if after := reloaded(t, m); after.History.Len() != m.History.Len() {
		t.Errorf("%d moments, want %d", after.History.Len(), m.History.Len())
	}
}

// TestAnotherTabTakesWhatOneHasLeft beside what it has itself.
func TestAnotherTabTakesWhatOneHasLeft(t *testing.T) {
	const typed = "int main(SSL *ssl)\n{\n    return SSL_shutdown(ssl\n"
	for name, left := range map[string]Model{
		"a branch":   press(t, newModel(), "seek 3", "act client SSL_free"),
		"a bad text": sendOne(newModel(), EditScript{"client SSL_reed 5"}),
		"a program":  sendOne(press(t, sendOne(newModel(), PasteProgram{}), "program-role server"), EditProgram{typed}),
	} {
		if !left.IsUnsaved() {
			t.Errorf("%s: it is not kept", name)
		}
		text := left.StageText()
		own := press(t, newModel(), "act server SSL_free")
		if !own.CanTakeLeft(text) {
			t.Errorf("%s: it is not taken", name)
		}
		m, _ := send(own, RestoreStage{text, LeftByTab})
		if stepLines(m) != stepLines(own) || m.Dialog != "" {
			t.Errorf("%s: the stage has %s, dialog %q", name, stepLines(m), m.Dialog)
		}
		if name == "a program" {
			if m.Code.Typed != typed {
				t.Errorf("the dialog has %q", m.Code.Typed)
			}
			continue
		}
		back := press(t, m, "unshelve")
		if stepLines(back) != stepLines(left) || back.Editor.Typed != left.Editor.Typed || !back.IsUnsaved() {
			t.Errorf("%s: %s, %q", name, stepLines(back), back.Editor.Typed)
		}
	}
	if m := newModel(); m.IsUnsaved() || m.CanTakeLeft("") {
		t.Error("nothing has been done")
	}
}
