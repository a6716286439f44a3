package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine/script"
)

// spins is a script whose client's program spins, at so many instructions a call, with steps.
func spins(loops, steps string) string {
	return "# It spins\n\nprogram client\nint main(SSL *ssl)\n{\n    do {\n        for (int i = 0; i < " + loops + "; i++)\n            ;\n" +
		"    } while (SSL_shutdown(ssl) != 1);\n    return 0;\n}\nend program\n\n" + steps
}

// typedWhole is a page on which a text was typed and has been played to its end.
func typedWhole(t *testing.T, text string) Model {
	t.Helper()
	m, cmds := Update(newModel(), EditScript{text})
	for _, answer := range answers(cmds) {
		m, _ = send(m, answer)
	}
	if len(m.Editor.Errors) > 0 {
		t.Fatal(m.Editor.Errors[0])
	}
	return m
}

// TestRunIsPlayedInPieces: the page is drawn between them.
func TestRunIsPlayedInPieces(t *testing.T) {
	text := spins("20000", "# How it spins\nclient next\nrun\nserver SSL_shutdown\nserver SSL_read 5\nrun\n")
	m, cmds := Update(newModel(), EditScript{text})
	m, cmds = Update(m, answers(cmds)[0])
	pieces, most := 0, 0
	for m.Editor.unplayed != nil {
		if s := m.scriptScene(); !strings.HasPrefix(s.Progress, "Playing step ") {
			t.Fatalf("progress %q", s.Progress)
		}
		before := m.Editor.unplayed.done()
		m, cmds = Update(m, cmds[0].(Wait).Msg)
		if m.Editor.unplayed != nil {
			pieces, most = pieces+1, max(most, m.Editor.unplayed.done()-before)
		}
	}
	if pieces < 30 || most > 20 {
		t.Errorf("%d pieces of up to %d steps", pieces, most)
	}
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	w, err := m.codes.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	if s, err = s.Unrolled(w); err != nil || !isSameScript(s, m.Script()) || m.Len() < 1003 {
		t.Errorf("%d steps on the stage, want %d, %v", m.Len(), len(s.Steps), err)
	}
	if m.Step(m.Len()).Op.String() != "client next" {
		t.Errorf("the last step is %s", m.Step(m.Len()).Op)
	}
}

// TestStageWaitsNotTooLongForRun: whoever needs the stage before all is played gets what is there,
// and the text is played on.
func TestStageWaitsNotTooLongForRun(t *testing.T) {
	m, cmds := Update(newModel(), EditScript{spins("1000000", "run\n")})
	m, _ = Update(m, answers(cmds)[0])
	before := m.Editor.unplayed.done()
	m, _ = Update(m, Seek{1})
	if m.Editor.unplayed == nil || !m.Editor.Open || m.Editor.unplayed.done() <= before || m.Editor.unplayed.done() > 100 {
		t.Fatalf("the text is on the stage with %d steps", m.Len())
	}
	for _, msg := range []Msg{Save{}, Share{}} {
		if saved, cmds := Update(m, msg); len(cmds) > 1 || !strings.Contains(lastNotice(t, saved).Text, "still being played") {
			t.Errorf("%T: %+v", msg, cmds)
		}
	}
}

// TestTooManyStepsOfRun are an error in its line.
func TestTooManyStepsOfRun(t *testing.T) {
	m, cmds := Update(newModel(), EditScript{spins("1", strings.Repeat("run\n", 102))})
	m, _ = send(m, answers(cmds)[0])
	first := 1 + strings.Count(spins("1", ""), "\n")
	if len(m.Editor.Errors) != 1 || m.Editor.Errors[0].Line != first+100 || !strings.Contains(m.Editor.Errors[0].Want, "more than 100000") || m.Preset != FirstPreset {
		t.Fatalf("errors %v, want one in line %d; %s is on the stage", m.Editor.Errors, first+100, m.Title())
	}
}

// TestRunKeepsItsLine while the branch is what it stands for, and also with more steps after it.
func TestRunKeepsItsLine(t *testing.T) {
	text := spins("1", "client next\n\n#  spins on\nrun\nserver SSL_shutdown\n")
	m := press(t, typedWhole(t, text), "pane script", "last")
	if m.text() != text {
		t.Errorf("the text is now\n%s", m.text())
	}
	more := press(t, m, "act server SSL_free")
	if want := text + "server SSL_free\n"; more.text() != want {
		t.Errorf("with one call more it is\n%s", more.text())
	}
	back := press(t, more, "seek 1001", "act server SSL_read 7")
	if want := strings.Replace(text, "server SSL_shutdown", "server SSL_read 7", 1); back.text() != want {
		t.Errorf("with another call after run it is\n%s", back.text())
	}
	inside := press(t, m, "seek 3", "act server SSL_free")
	if want := spins("1", "client next\n\n#  spins on\nclient next\nclient next\nserver SSL_free\n"); inside.text() != want {
		t.Errorf("with a call in the middle of run it is\n%s", inside.text())
	}
	noted := sendOne(sendOne(press(t, m, "seek 5"), StartCaption{}), SetCaption{"mine"})
	if strings.Contains(noted.text(), "run") || strings.Count(noted.text(), "client next") != 1001 {
		t.Errorf("with a caption in it, run is still there")
	}
	config := m.Config
	config.Profile = "openssl-3.0"
	if other := updateCompiled(t, m, SetConfig{config}); !strings.Contains(other.text(), "profile openssl-3.0") || strings.Contains(other.text(), "run\n") && other.Len() != m.Len() {
		t.Errorf("under another release it is\n%.300s", other.text())
	}
}

// TestCaretInRun: the line stands for many steps.
func TestCaretInRun(t *testing.T) {
	text := spins("1", "client next\nrun\nserver SSL_shutdown\n")
	m := press(t, typedWhole(t, text), "pane script", "first")
	caret := strings.Index(text, "run\n")
	m, _ = Update(m, MoveCaret{caret})
	if m.At != 1001 || m.scriptScene().CurrentLine != 1+strings.Count(text[:caret], "\n") {
		t.Fatalf("the caret in run leads to step %d", m.At)
	}
	m = press(t, m, "seek 500")
	if got := m.CurrentCaret(); got != caret {
		t.Errorf("step 500 is at %d, want %d", got, caret)
	}
	if m, _ = Update(m, MoveCaret{caret + 1}); m.At != 500 {
		t.Errorf("a move within the line leads to step %d", m.At)
	}
	if m, _ = Update(m, MoveCaret{strings.Index(text, "server SSL_shutdown")}); m.At != 1002 {
		t.Errorf("the line after run leads to step %d", m.At)
	}
}

// TestTypingAfterRun plays nothing again and leaves no branches.
func TestTypingAfterRun(t *testing.T) {
	text := spins("1", "run\n")
	m := typedWhole(t, text)
	before := m.History
	tip := m.Path[m.Len()]
	for _, more := range []string{"s", "server SSL_read 1", "server SSL_read 12\n", "server SSL_read 12\nrun\n"} {
		m, _ = send(m, EditScript{text + more})
	}
	if !m.History.Shares(before, tip) {
		t.Error("run was played again")
	}
	if len(m.History.Children(tip)) != 1 || stepLines(m)[len(stepLines(m))-len("client next"):] != "client next" || m.Len() != 2001 {
		t.Errorf("%d steps, %d branches", m.Len(), len(m.History.Children(tip)))
	}
}

// TestRunIsSavedAndRestored as it was typed.
func TestRunIsSavedAndRestored(t *testing.T) {
	text := spins("1", "run\nserver SSL_shutdown\nclient next => 1\n")
	m := press(t, typedWhole(t, text), "seek 1002")
	after := reloadedCompiled(t, m)
	if what := isSameStage(&m, &after); what != "" || after.text() != text {
		t.Errorf("reloaded: other %s, text\n%s", what, after.text())
	}
	_, cmds := Update(m, Save{})
	i := slices.IndexFunc(cmds, func(c Cmd) bool { _, ok := c.(PutSaved); return ok })
	saved := cmds[i].(PutSaved).Saved
	if saved.Script != text || saved.Step != 1002 {
		t.Fatalf("saved at step %d:\n%s", saved.Step, saved.Script)
	}
	saved.ID = "a1"
	opened := updateCompiled(t, withSaved(saved), OpenSaved{"a1"})
	if stepLines(opened) != stepLines(m) || opened.At != 1002 {
		t.Errorf("opened at step %d of %d", opened.At, opened.Len())
	}
	renaming := sendOne(opened, StartRename{"a1"})
	_, cmds = updateStored(renaming, Rename{"a1", "Spin"})
	i = slices.IndexFunc(cmds, func(c Cmd) bool { _, ok := c.(PutSaved); return ok })
	if got, want := cmds[i].(PutSaved).Saved.Script, strings.Replace(text, "It spins", "Spin", 1); got != want {
		t.Errorf("renamed it is\n%s", got)
	}
}

// TestHeavySavedScenarioIsPlayedInTheEditor, where the page is drawn in between.
func TestHeavySavedScenarioIsPlayedInTheEditor(t *testing.T) {
	m := withSaved(savedScenario("a1", "It spins", spins("2000000", "run\n")))
	m, cmds := updateStored(m, OpenSaved{"a1"})
	m, cmds = updateStored(m, answers(cmds)[0])
	if m.Editor.unplayed == nil || m.Pane != PaneScript || m.SavedID != "a1" || len(cmds) == 0 {
		t.Fatalf("%d steps are on the stage", m.Len())
	}
	done := m.Editor.unplayed.done()
	if m, _ = Update(m, cmds[0].(Wait).Msg); m.Editor.unplayed.done() <= done {
		t.Error("it is not played on")
	}
}

// TestExpectationsOfPrograms are compared with what their calls return.
func TestExpectationsOfPrograms(t *testing.T) {
	text := spins("1", "client next => 0 SSL_ERROR_SYSCALL\nclient next => 1\nserver next => 0\n")
	m := press(t, typedWhole(t, text), "pane script", "last")
	if s := m.scriptScene(); len(s.Unmet) != 2 || s.Unmet[0].Line != 1+strings.Count(text[:strings.Index(text, "client next => 1")], "\n") || !strings.HasPrefix(s.Unmet[0].Text, "expected 1, got -1") {
		t.Errorf("unmet %+v", s.Unmet)
	}
	if m.text() != text {
		t.Errorf("the text is\n%s", m.text())
	}
}

// TestHeavyRunsAreBounded: a comparison ends where it would take too long, and so does another
// release.
func TestHeavyRunsAreBounded(t *testing.T) {
	m := typedWhole(t, spins("300000", strings.Repeat("client next\n", 40)))
	m = updateCompiled(t, press(t, m, "last"), SetPane{PaneCompare})
	c := SceneOf(m).Panels.Compare
	if c.Compared < 1 || c.Compared >= m.Len() || len(c.Groups) == 0 {
		t.Errorf("%d of %d steps are compared", c.Compared, m.Len())
	}
	light := updateCompiled(t, press(t, typedWhole(t, spins("1", "run\n")), "last"), SetPane{PaneCompare})
	if c := SceneOf(light).Panels.Compare; c.Compared != 1000 && c.Compared != 0 {
		t.Errorf("%d of %d steps are compared", c.Compared, light.Len())
	}
	config := m.Config
	config.Profile = "openssl-3.0"
	more := typedWhole(t, spins("2000000", strings.Repeat("client next\n", 22)))
	if other := updateCompiled(t, more, SetConfig{config}); other.Config != more.Config || !strings.Contains(lastNotice(t, other).Text, "very long time") {
		t.Errorf("%d steps are played again with %s", other.Len(), other.Config.Profile)
	}
}
