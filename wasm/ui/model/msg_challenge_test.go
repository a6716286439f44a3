package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/challenges/challenge"
	"closenotify/scenarios/library"
)

// openTask is the page with a challenge on the stage. All programs that it asks for are compiled.
func openTask(t *testing.T, name string) Model {
	t.Helper()
	m := sendCompiled(New(library.Shipped().With(challenges.Entries()...)), OpenPreset{name})
	if m.Preset != name || m.task == nil || m.Opening {
		t.Fatalf("%s is not on the stage: %q, opening %v", name, m.Preset, m.Opening)
	}
	return m
}

// sendCompiled is sendOne, and compiles the programs that are asked for.
func sendCompiled(m Model, msg Msg) Model {
	m, cmds := send(m, msg)
	for _, c := range cmds {
		if c, ok := c.(Compile); ok {
			made := Compiled{Units: c.Units}
			for _, u := range c.Units {
				made.Made = append(made.Made, compile.Unit(u))
			}
			m = sendCompiled(m, made)
		}
	}
	return m
}

// solutionOf is our solution of a challenge.
func solutionOf(t *testing.T, name string) script.Script {
	t.Helper()
	s, err := challenges.Solution(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestStepsOfChallenges: the strip counts the player's steps, and says when the goals are reached.
func TestStepsOfChallenges(t *testing.T) {
	for _, c := range challenges.All() {
		if !c.Kind.AddsSteps() {
			continue
		}
		m := openTask(t, c.Name)
		if s := SceneOf(m).Challenge; s.State == "" || s.Reached || !strings.HasPrefix(s.Count, "0 steps. ") || len(s.Moves) != len(c.Allowed) {
			t.Errorf("%s begins with %+v", c.Name, s)
		}
		for _, step := range solutionOf(t, c.Name).Steps[len(c.Script.Steps):] {
			if SceneOf(m).Challenge.Reached {
				t.Errorf("%s is reached before %s", c.Name, step)
			}
			m = press(t, m, "act "+step.Op.String())
		}
		if s := SceneOf(m).Challenge; !s.Reached || s.State != "Done, with the fewest possible steps." || !strings.HasSuffix(m.Status, s.State) {
			t.Errorf("%s ends with %+v, and says %q", c.Name, s, m.Status)
		}
	}
}

// TestAStepThatIsNotAllowed: the page says so, and the step can be undone.
func TestAStepThatIsNotAllowed(t *testing.T) {
	m := press(t, openTask(t, "keep-the-session"), "act client SSL_shutdown", "act client SSL_clear")
	const want = "The step client SSL_clear is not allowed here."
	if s := SceneOf(m).Challenge; s.State != want || s.Count != "2 steps. The best is 4." || !strings.HasSuffix(m.Status, want) {
		t.Errorf("the strip is %+v, and says %q", s, m.Status)
	}
	if m = press(t, m, "undo"); SceneOf(m).Challenge.State == want || SceneOf(m).Challenge.Count != "1 step. The best is 4." {
		t.Errorf("after Undo the strip is %+v", SceneOf(m).Challenge)
	}
	if m = press(t, m, "challenge-hint"); SceneOf(m).Challenge.Hint != m.task.Hint || m.Status != "Hint: "+m.task.Hint {
		t.Errorf("the hint is %q, and is said as %q", SceneOf(m).Challenge.Hint, m.Status)
	}
	config := m.Config
	config.Version = engine.TLS12
	if m = sendOne(m, SetConfig{config}); !strings.HasPrefix(SceneOf(m).Challenge.State, "This is not how the challenge begins.") {
		t.Errorf("with another version the strip is %+v", SceneOf(m).Challenge)
	}
}

// TestMoreStepsThanNeeded: a longer way reaches the goals, too. The cursor decides.
func TestMoreStepsThanNeeded(t *testing.T) {
	m := press(t, openTask(t, "keep-the-session"), "act client SSL_write 10", "act client SSL_read 100", "act client SSL_shutdown", "act client SSL_free", "act server SSL_read 100", "act server SSL_read 100")
	if s := SceneOf(m).Challenge; !s.Reached || s.State != "Done. It can be done with 4 steps." || !slices.Contains(s.Ways, Way{"open-preset the-first-write-fails", "Next: Make the first SSL_write fail"}) {
		t.Errorf("the strip is %+v", s)
	}
	if s := SceneOf(press(t, m, "back")).Challenge; s.Reached || s.State == "" {
		t.Errorf("a step before, the strip is %+v", s)
	}
}

// TestMending: a wrong program is tried, and the first trial that fails is on the stage. The right
// one passes all.
func TestMending(t *testing.T) {
	for _, c := range challenges.All() {
		if c.Kind != challenge.Repair {
			continue
		}
		m := sendCompiled(openTask(t, c.Name), CheckChallenge{})
		if s := SceneOf(m).Challenge; s.State == "" || s.Reached || m.At != m.Len() || s.Ways[0].Action != "program-edit "+c.Peer.String() {
			t.Errorf("the wrong program of %s: %+v", c.Name, s)
		}
		m = sendCompiled(sendOne(m, OpenProgram{c.Peer}), EditProgram{solutionOf(t, c.Name).Programs[c.Peer].Text})
		m = sendCompiled(m, RunProgram{})
		if s := SceneOf(m).Challenge; s.State != "" || s.Reached || m.Preset != c.Name {
			t.Errorf("%s is judged before it is checked: %+v", c.Name, s)
		}
		m = sendCompiled(m, CheckChallenge{})
		if s := SceneOf(m).Challenge; !s.Reached {
			t.Errorf("the right program of %s: %+v", c.Name, s)
		}
	}
}

// TestOrdering: lines are put into the program, moved and taken out, and the program is tried.
func TestOrdering(t *testing.T) {
	m := press(t, openTask(t, "order-a-read-to-the-end"), "show-dialog order")
	at := func(text string) string {
		i := slices.IndexFunc(m.task.Lines, func(line string) bool { return strings.Contains(line, text) })
		return string(rune('0'+i)) + "-"
	}
	m = press(t, m, "move-line "+at("> 0) total += n")+"0", "move-line "+at("printf")+"0", "move-line "+at("!= SSL_ERROR_ZERO")+"0")
	before := SceneOf(m).Order
	m = press(t, m, "move-line "+at("!= SSL_ERROR_ZERO")+"-1", "move-line "+at("printf")+"1", "move-line "+at("> 0) total += n")+"-1")
	o := SceneOf(m).Order
	if len(o.Chosen) != 3 || len(o.Left) != len(m.task.Lines)-3 || o.Chosen[1] != before.Chosen[2] || o.Chosen[2] != before.Chosen[1] || m.Status != "Line 2 of 3." {
		t.Errorf("the order is %+v, and is said as %q", o, m.Status)
	}
	m = sendCompiled(m, CheckChallenge{})
	if s := SceneOf(m).Challenge; m.Dialog != "" || s.State == "" || s.Reached || !strings.Contains(m.Programs[1].Text, "printf") {
		t.Errorf("three lines: %+v", s)
	}
	m = sendCompiled(press(t, m, "move-line "+at("return SSL_shutdown")+"0"), CheckChallenge{})
	if s := SceneOf(m).Challenge; !s.Reached || s.Count != "4 lines. A solution has 4." {
		t.Errorf("the right lines: %+v", s)
	}
	again := sendCompiled(openTask(t, "order-a-read-to-the-end"), RestoreStage{Stored: m.StageText(), How: CameBack})
	if !slices.Equal(again.task.order, m.task.order) {
		t.Errorf("after a reload the lines are %v", again.task.order)
	}
	if m = press(t, m, "move-line "+at("printf")+"0"); len(m.task.order) != 3 || m.Status != "Taken out. The program has 3 lines." {
		t.Errorf("a line is taken out: %v, %q", m.task.order, m.Status)
	}
}

// TestLinesThatAreNotC are told in the dialog, which stays.
func TestLinesThatAreNotC(t *testing.T) {
	m := openTask(t, "order-a-read-to-the-end")
	m.task.Lines = []string{"    int 5;"}
	m = sendCompiled(press(t, m, "show-dialog order", "move-line 0-0"), CheckChallenge{})
	if o := SceneOf(m).Order; m.Dialog != "order" || !strings.HasPrefix(o.Refused, "The program cannot be compiled: ") {
		t.Errorf("the dialog %q says %q", m.Dialog, o.Refused)
	}
}

// TestLinksToChallenges: a link with the player's steps leads back to the challenge.
func TestLinksToChallenges(t *testing.T) {
	m := press(t, openTask(t, "keep-the-session"), "act client SSL_read 100")
	path, fragment, err := m.Address()
	if err != nil || path != "/s/keep-the-session" {
		t.Fatalf("the address is %s#%s (%v)", path, fragment, err)
	}
	lib := library.Shipped().With(challenges.Entries()...)
	again := sendOne(New(lib.Part("keep-the-session")), Visit{"keep-the-session", fragment})
	if s := SceneOf(again).Challenge; s.Name != "keep-the-session" || s.Count != "1 step. The best is 4." {
		t.Errorf("the link opens %+v", s)
	}
}
