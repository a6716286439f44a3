package model

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/script"
)

// next runs the client's program on.
var next = Act{engine.Op{Verb: engine.VerbNext}}

// reloadedCompiled is the page after a reload, once all programs are compiled.
func reloadedCompiled(t *testing.T, m Model) Model {
	t.Helper()
	m, cmds := begun(t, m, Reloaded)
	return answerAll(t, m, cmds)
}

// begun is a page that begins with the address and the stored text of another.
func begun(t *testing.T, m Model, how Arrival) (Model, []Cmd) {
	t.Helper()
	fresh, cmds := Update(newModel(), m.Visited())
	fresh, more := Update(fresh, RestoreStage{m.StageText(), how})
	return fresh, append(cmds, more...)
}

// synced is the page when its address is in the address bar.
func synced(t *testing.T, m Model) Model {
	t.Helper()
	path, fragment, err := m.Address()
	if err != nil {
		t.Fatal(err)
	}
	return sendOne(m, AddressSynced{Visit{presetIn(path), fragment}})
}

// programDrafts are stages with programs, by name.
func programDrafts(t *testing.T) map[string]Model {
	t.Helper()
	m := updateCompiled(t, newModel(), EditScript{withProgram})
	other := strings.Replace(withProgram, "return r", "return -r", 1)
	branches := updateCompiled(t, press(t, m, "first"), next)
	branches = updateCompiled(t, branches, Act{engine.Op{Verb: engine.VerbFree}})
	return map[string]Model{
		"a text":             m,
		"a step":             press(t, m, "seek 2"),
		"branches":           press(t, branches, "first"),
		"another release":    updateCompiled(t, press(t, m, "seek 2"), SetConfig{engine.Config{Profile: "openssl-1.1.1", Version: engine.TLS12, Start: "established", Transport: "socket"}}),
		"a text with errors": updateCompiled(t, m, EditScript{strings.Replace(withProgram, "int r", "in r", 1)}),
		"shelved":            updateCompiled(t, press(t, m, "seek 1"), OpenPreset{"half-close"}),
		"two":                updateCompiled(t, press(t, updateCompiled(t, m, NewScenario{}), "seek 0"), EditScript{other}),
		"a link":             updateCompiled(t, newModel(), programVisit(t)),
	}
}

// isSameStage reports what differs between two stages, "" for nothing.
func isSameStage(a, b *Model) string {
	var list []string
	check := func(what string, same bool) {
		if !same {
			list = append(list, what)
		}
	}
	check("steps", stepLines(*a) == stepLines(*b))
	check("cursor", a.At == b.At)
	check("config", a.Config == b.Config)
	check("programs", a.Programs[0].Text == b.Programs[0].Text && a.Programs[1].Text == b.Programs[1].Text)
	check("branches", a.History.Len() == b.History.Len())
	check("typed", a.Editor.Typed == b.Editor.Typed || len(a.Editor.Errors) == 0 && len(b.Editor.Errors) == 0)
	check("errors", len(a.Editor.Errors) == len(b.Editor.Errors))
	check("dirty", a.Dirty == b.Dirty)
	check("shelved", len(a.Shelved) == len(b.Shelved))
	for i := range min(len(a.Shelved), len(b.Shelved)) {
		x, y := Model{Draft: a.Shelved[i]}, Model{Draft: b.Shelved[i]}
		if what := isSameStage(&x, &y); what != "" {
			check("shelved "+what, false)
		}
	}
	return strings.Join(list, ", ")
}

// TestReloadWithProgramsLosesNothing, whether the address is in the address bar or not, and if
// the page is reloaded again before the compiler has answered.
func TestReloadWithProgramsLosesNothing(t *testing.T) {
	for name, m := range programDrafts(t) {
		for how, m := range map[string]Model{"": m, " in the address bar": synced(t, m)} {
			after := reloadedCompiled(t, m)
			if what := isSameStage(&m, &after); what != "" {
				t.Errorf("%s%s: other %s", name, how, what)
			}
			waiting, _ := begun(t, m, Reloaded)
			after = reloadedCompiled(t, waiting)
			if what := isSameStage(&m, &after); what != "" {
				t.Errorf("%s%s, reloaded twice: other %s", name, how, what)
			}
		}
	}
}

// TestReloadWithoutCompilerLosesNothing: the next reload still has it.
func TestReloadWithoutCompilerLosesNothing(t *testing.T) {
	for name, m := range programDrafts(t) {
		failed, cmds := begun(t, m, Reloaded)
		for _, cmd := range cmds {
			if c, ok := cmd.(Compile); ok {
				failed, _ = Update(failed, CompileFailed{c.Units, "you are offline"})
			}
		}
		after := reloadedCompiled(t, failed)
		if what := isSameStage(&m, &after); what != "" {
			t.Errorf("%s: other %s", name, what)
		}
		if len(failed.Notices) == 0 {
			t.Errorf("%s: nothing is said", name)
			continue
		}
		tried := updateCompiled(t, failed, PressNotice{lastNotice(t, failed).ID})
		if what := isSameStage(&m, &tried); what != "" {
			t.Errorf("%s, tried again: other %s", name, what)
		}
	}
}

// TestWorkWhileTheCompilerIsLoaded stays on the stage, and what a reload had left is shelved, also
// if the page is reloaded before the compiler has answered.
func TestWorkWhileTheCompilerIsLoaded(t *testing.T) {
	for name, m := range programDrafts(t) {
		waiting, cmds := begun(t, m, Reloaded)
		waiting, more := Update(waiting, Act{engine.Op{Verb: engine.VerbFree, Role: engine.Server}})
		done := stepLines(waiting)
		answered := answerAll(t, waiting, append(cmds, more...))
		again := reloadedCompiled(t, waiting)
		for how, after := range map[string]Model{"answered": answered, "reloaded": again} {
			if stepLines(after) != done {
				t.Errorf("%s, %s: the stage has %s", name, how, stepLines(after))
			}
			found := false
			for _, d := range after.Shelved {
				x := Model{Draft: d}
				found = found || stepLines(x) == stepLines(m) && d.Programs[0].Text == m.Programs[0].Text && d.Editor.Typed == m.Editor.Typed
			}
			if !found {
				t.Errorf("%s, %s: what was on the stage is lost; %d are shelved", name, how, len(after.Shelved))
			}
		}
	}
}

// TestVisitWhileSomethingIsUnsaved: a link that is followed in the page waits for its program, and
// a reload meanwhile loses neither it nor what was on the stage.
func TestVisitWhileSomethingIsUnsaved(t *testing.T) {
	v := programVisit(t)
	mine := press(t, newModel(), "act server SSL_free")
	waiting, _ := Update(mine, v)
	after := reloadedCompiled(t, waiting)
	if !hasProgram(after, 2) || len(after.Shelved) != 1 || stepLines(Model{Draft: after.Shelved[0]}) != stepLines(mine) {
		t.Errorf("step %d of %s, %d shelved", after.At, stepLines(after), len(after.Shelved))
	}
}

// TestReloadWithRefusedProgram: what the compiler of a newer page refuses is in the editor.
func TestReloadWithRefusedProgram(t *testing.T) {
	m := programDrafts(t)["branches"]
	waiting, cmds := begun(t, m, Reloaded)
	for _, cmd := range cmds {
		if c, ok := cmd.(Compile); ok {
			made := make([]script.Compiled, len(c.Units))
			for i := range made {
				made[i].Errors = []script.CompileError{{Line: 1, Column: 1, Text: "int", Want: "another type"}}
			}
			waiting, _ = Update(waiting, Compiled{c.Units, made})
		}
	}
	if !strings.Contains(waiting.Editor.Typed, "int r = SSL_shutdown(ssl)") || len(waiting.Editor.Errors) != 1 || waiting.hasBranches() {
		t.Errorf("the editor has %q, errors %v", waiting.Editor.Typed, waiting.Editor.Errors)
	}
}
