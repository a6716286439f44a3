package model

import (
	"strings"
	"testing"

	"closenotify/engine"
)

// latePage is a page that has one scenario of the library and a saved one.
func latePage(t *testing.T) Model {
	t.Helper()
	return sendOne(onlyOwn(t), listed(savedScenario("a1", "Mine", "client SSL_free\n")))
}

// An answer to what was asked before does not take the place of a press that waits.
func TestAnswerKeepsWhatWaits(t *testing.T) {
	m, cmds := send(press(t, latePage(t), "act server SSL_free"), Save{}, OpenPreset{otherLesson})
	if !asksForLibrary(cmds) {
		t.Fatalf("to open a lesson asks for %v", cmds)
	}
	_, put := send(press(t, latePage(t), "act server SSL_free"), Save{})
	if m, _ = send(m, putAnswer(put, "b2", "r1"), fetched()); m.Preset != otherLesson {
		t.Errorf("after Save was answered, %q is opened", m.Preset)
	}
	running, more := Update(onStage(t, clientScript(spinning)), RunPrograms{})
	waits, _ := Update(sendOne(running, listed(savedScenario("a1", "Mine", "client SSL_free\n"))), OpenSaved{"a1"})
	if waits = sendOne(waits, lastWait(more)); waits.At == running.At {
		t.Fatal("the program does not run on")
	}
	waits = sendOne(waits, SavedGot{GetSaved: GetSaved{"a1", OpenSaved{"a1"}}, Saved: storedSaved["a1"]})
	if stepLines(waits) != "client SSL_free" {
		t.Error("a program that runs on takes the place of a scenario that is to be opened")
	}
}

// lastWait is the message of the last Wait among effects.
func lastWait(cmds []Cmd) (msg Msg) {
	for _, c := range cmds {
		if w, ok := c.(Wait); ok {
			msg = w.Msg
		}
	}
	return msg
}

// The later one of two presses counts, whichever is answered first.
func TestLaterPressCounts(t *testing.T) {
	got := SavedGot{GetSaved: GetSaved{"a1", OpenSaved{"a1"}}, Saved: savedScenario("a1", "Mine", "client SSL_free\n")}
	first, _ := Update(latePage(t), OpenSaved{"a1"})
	first, _ = Update(first, OpenPreset{otherLesson})
	if m, _ := send(first, got, fetched()); m.Preset != otherLesson {
		t.Errorf("the lesson was chosen last, and on the stage is %q", m.Title())
	}
	second, _ := Update(latePage(t), OpenPreset{otherLesson})
	second, _ = Update(second, OpenSaved{"a1"})
	if m, _ := send(second, fetched(), got); m.SavedID != "a1" {
		t.Errorf("the saved scenario was chosen last, and on the stage is %q", m.Title())
	}
	twice, _ := Update(latePage(t), OpenSaved{"a1"})
	if twice, _ = send(twice, got, Last{}, got); twice.At == 0 || twice.At != twice.Len() {
		t.Errorf("pressed twice: the cursor is back at step %d", twice.At)
	}
}

// What was chosen before does not come after what is chosen now, though that needs no compiler.
func TestEarlierChoiceIsOver(t *testing.T) {
	m := updateCompiled(t, newModel(), EditScript{withProgram})
	old := m.Config
	old.Profile = "openssl-1.1.1"
	waits, cmds := Update(m, SetConfig{old})
	waits, _ = Update(waits, SetConfig{m.Config})
	if waits = answerAll(t, waits, cmds); waits.Config != m.Config {
		t.Errorf("the stage has %s", waits.Config.Profile)
	}
	waits, cmds = Update(m, SetConfig{old})
	waits, _ = Update(waits, OpenPreset{"half-close"})
	if waits = answerAll(t, waits, cmds); waits.Config.Profile == old.Profile {
		t.Error("another scenario gets the release that was chosen for the one before")
	}
	_, fragment, err := m.Address()
	if err != nil {
		t.Fatal(err)
	}
	waits, cmds = Update(newModel(), CompareLink{fragment})
	waits, _ = Update(waits, CompareWith{old.Profile, engine.TLS12})
	if waits = answerAll(t, waits, cmds); waits.Other.Title != "" {
		t.Errorf("compared with %q", waits.Other.Title)
	}
}

// What is typed in the Script panel, and what is compared, wait for the compiler beside each other.
func TestTypedTextWaitsBesideOthers(t *testing.T) {
	other := updateCompiled(t, newModel(), EditScript{strings.Replace(withProgram, "return r", "return 5", 1)})
	_, fragment, err := other.Address()
	if err != nil {
		t.Fatal(err)
	}
	m, typed := Update(newModel(), EditScript{withProgram})
	m, compared := Update(m, CompareLink{fragment})
	m = answerAll(t, answerAll(t, m, compared), typed)
	if m.Other.Title == "" || m.Len() != 3 || m.Editor.Compiling || m.loading().On {
		t.Errorf("compared with %q, %d steps, compiling %v", m.Other.Title, m.Len(), m.Editor.Compiling)
	}
}

// Run does not run another text than the one for which it was pressed.
func TestRunOfATextThatWasLeft(t *testing.T) {
	m := settle(t, onStage(t, withProgram), PasteProgram{}, EditProgram{spinning})
	m, cmds := Update(m, RunProgram{})
	m = settle(t, m, HideDialog{}, OpenProgram{engine.Client})
	if m = answerAll(t, m, cmds); m.Dialog != "program" || m.Len() != 3 || m.loading().On {
		t.Errorf("dialog %q, %d steps", m.Dialog, m.Len())
	}
}

// What is pressed while a typed text waits for the compiler is about that text.
func TestPressAfterTyping(t *testing.T) {
	typed, cmds := Update(newModel(), EditScript{withProgram})
	for _, msg := range []Msg{Save{}, Share{}} {
		if m, _ := Update(typed, msg); m.saving.id > 0 || m.Dialog != "" || !strings.Contains(lastNotice(t, m).Text, "Try again") {
			t.Errorf("%T: saving %+v, dialog %q", msg, m.saving, m.Dialog)
		}
	}
	old := typed.Config
	old.Profile = "openssl-1.1.1"
	m, more := Update(typed, SetConfig{old})
	if m = answerAll(t, answerAll(t, m, cmds), more); m.Config != old || m.Len() != 3 {
		t.Errorf("%s with %d steps", m.Config.Profile, m.Len())
	}
	m, more = Update(typed, Act{engine.Op{Verb: engine.VerbFree}})
	if m = answerAll(t, answerAll(t, m, cmds), more); m.Title() != "A program" || stepLines(m) != "client SSL_free" {
		t.Errorf("%q with %s", m.Title(), stepLines(m))
	}
}
