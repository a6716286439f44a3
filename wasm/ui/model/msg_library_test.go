package model

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"closenotify/scenarios"
	"closenotify/scenarios/library"
)

const (
	ownLesson   = "half-close"
	otherLesson = "peer-closes"
)

// onlyOwn is a page that knows the contents and one scenario.
func onlyOwn(t *testing.T) Model {
	t.Helper()
	m := New(library.Shipped().Part(ownLesson))
	if m.Preset != ownLesson || !m.Opening {
		t.Fatalf("the page begins with %q", m.Preset)
	}
	return m
}

// asksForLibrary reports whether effects have a FetchLibrary.
func asksForLibrary(cmds []Cmd) bool { return slices.Contains(cmds, Cmd(FetchLibrary{})) }

// fetched is the library as it comes.
func fetched() LibraryFetched { return LibraryFetched{library.Shipped()} }

// TestOwnScenarioNeedsNothing: neither its address nor a link to it asks for the library.
func TestOwnScenarioNeedsNothing(t *testing.T) {
	whole := under(t, ownLesson, "openssl-1.1.1", newModel().Config.Version)
	path, fragment, err := whole.Address()
	if err != nil || path != "/s/"+ownLesson {
		t.Fatalf("the address is %s, %v", path, err)
	}
	for _, f := range []string{"", fragment} {
		m, cmds := Update(onlyOwn(t), Visit{ownLesson, f})
		if asksForLibrary(cmds) || m.Compiling.Library || m.Preset != ownLesson {
			t.Errorf("with %q the page waits for the library", f)
		}
		if f != "" && (m.Config != whole.Config || m.WrittenFor != whole.WrittenFor) {
			t.Errorf("with %q the stage has %+v", f, m.Config)
		}
	}
}

// TestMenuOfAPart lists all scenarios, in their chapters.
func TestMenuOfAPart(t *testing.T) {
	m, whole := onlyOwn(t), sendOne(newModel(), OpenPreset{ownLesson})
	got, want := m.scenarioChoices(), whole.scenarioChoices()
	if !slices.EqualFunc(got, want, func(a, b ChoiceGroup) bool { return a.Title == b.Title && slices.Equal(a.Choices, b.Choices) }) || len(got) < 7 {
		t.Errorf("the menu is\n%+v\nwant\n%+v", got, want)
	}
}

// TestOtherScenario waits for the library, and so does a link to it. The stage stays meanwhile, and
// the address bar, too.
func TestOtherScenario(t *testing.T) {
	shipped := sendOne(newModel(), OpenPreset{otherLesson})
	_, fragment, err := shipped.Address()
	if err != nil {
		t.Fatal(err)
	}
	for _, msg := range []Msg{OpenPreset{otherLesson}, Visit{otherLesson, ""}, Visit{"", fragment + ".2"}, Visit{"", "t.c-SSL_shutdown"}} {
		m, cmds := Update(onlyOwn(t), msg)
		if !asksForLibrary(cmds) || m.Preset != ownLesson || !SceneOf(m).Loading.On || slices.Contains(cmds, Cmd(SyncURL{})) {
			t.Errorf("%+v: effects %+v, preset %q", msg, cmds, m.Preset)
		}
		m, cmds = Update(m, fetched())
		if want := m.visited.Fragment == "t.c-SSL_shutdown"; m.Preset != otherLesson && !want || SceneOf(m).Loading.On || asksForLibrary(cmds) {
			t.Errorf("%+v: then preset %q", msg, m.Preset)
		}
		if _, visit := msg.(Visit); visit && (slices.Contains(cmds, Cmd(SyncURL{})) != strings.HasPrefix(m.visited.Fragment, "t.") || !m.inAddress || m.Awaiting()) {
			t.Errorf("%+v: the address bar changes: %+v", msg, cmds)
		}
		if strings.HasSuffix(m.visited.Fragment, ".2") && m.At != 2 {
			t.Errorf("%+v opens at step %d", msg, m.At)
		}
	}
}

// TestOpeningEndedEarly: a lesson that comes after somebody has closed the opening card brings none.
// Another lesson does.
func TestOpeningEndedEarly(t *testing.T) {
	m := sendOne(sendOne(onlyOwn(t), Visit{otherLesson, ""}), EndOpening{})
	if m = sendOne(m, fetched()); m.Preset != otherLesson || m.Opening {
		t.Errorf("the page begins with %q and its opening card: %t", m.Preset, m.Opening)
	}
	if m = sendOne(m, OpenPreset{ownLesson}); !m.Opening {
		t.Error("a lesson that is chosen later has no opening card")
	}
	m = sendOne(sendOne(onlyOwn(t), Visit{otherLesson, ""}), fetched())
	if !m.Opening {
		t.Error("the lesson has no opening card though nobody has closed one")
	}
}

// TestLibraryFails: the stage stays, and somebody can try again.
func TestLibraryFails(t *testing.T) {
	m := sendOne(sendOne(onlyOwn(t), OpenPreset{otherLesson}), LibraryFailed{"the server cannot be reached"})
	if len(m.Notices) != 1 || m.Notices[0].Text != "The scenario cannot be opened: the server cannot be reached. Nothing was changed." || SceneOf(m).Loading.On {
		t.Fatalf("notices: %+v", m.Notices)
	}
	m, cmds := Update(m, m.Notices[0].Action)
	if !asksForLibrary(cmds) {
		t.Errorf("to try again asks for %+v", cmds)
	}
	if m = sendOne(m, fetched()); m.Preset != otherLesson {
		t.Errorf("then the preset is %q", m.Preset)
	}
	if quiet, cmds := Update(onlyOwn(t), LibraryFailed{"x"}); len(quiet.Notices) != 0 || len(cmds) != 0 {
		t.Errorf("nobody waits, and hears %+v", quiet.Notices)
	}
}

// TestReloadOfAnotherScenario: what a reload has left waits for the library. Nothing is written
// over it.
func TestReloadOfAnotherScenario(t *testing.T) {
	before := press(t, sendOne(newModel(), OpenPreset{otherLesson}), "next", "act client SSL_free")
	stored := before.StageText()
	m := sendOne(New(library.Shipped().Part(FirstPreset)), Visit{})
	m, cmds := Update(m, RestoreStage{stored, Reloaded})
	if !asksForLibrary(cmds) || m.StageText() != stored || m.Preset != FirstPreset {
		t.Errorf("effects %+v, preset %q", cmds, m.Preset)
	}
	m = sendOne(m, fetched())
	if m.Preset != otherLesson || stepLines(m) != stepLines(before) || !m.Dirty || m.At != before.At {
		t.Errorf("restored: %q with %s", m.Preset, stepLines(m))
	}
}

// TestVisitAndReloadWaitTogether: both are taken in when the library comes.
func TestVisitAndReloadWaitTogether(t *testing.T) {
	before := press(t, sendOne(newModel(), OpenPreset{otherLesson}), "next", "next")
	path, fragment, err := before.Address()
	if err != nil {
		t.Fatal(err)
	}
	m := sendOne(New(library.Shipped().Part(FirstPreset)), Visit{strings.TrimPrefix(path, "/s/"), fragment})
	m = sendOne(m, RestoreStage{before.StageText(), Reloaded})
	m, cmds := Update(m, fetched())
	for _, c := range cmds {
		if w, ok := c.(Wait); ok {
			m = sendOne(m, w.Msg)
		}
	}
	if m.Compiling.Library || m.Preset != otherLesson || m.At != 2 || len(m.Shelved) != 0 || len(m.Notices) != 0 {
		t.Errorf("preset %q at step %d, shelved %d, notices %+v", m.Preset, m.At, len(m.Shelved), m.Notices)
	}
}

// TestUnknownLibrary: a page without any scenario begins with an empty one, and asks.
func TestUnknownLibrary(t *testing.T) {
	m, cmds := Update(New(scenarios.Library{}), Visit{})
	if m.Preset != "" || !asksForLibrary(cmds) {
		t.Errorf("preset %q, effects %+v", m.Preset, cmds)
	}
	if m = sendOne(m, fetched()); m.Preset != FirstPreset || !m.Opening {
		t.Errorf("then preset %q", m.Preset)
	}
	if _, err := shippedDraft(library.Shipped(), "no-such", m.codes); err == nil || errors.Is(err, scenarios.ErrNotFetched) {
		t.Errorf("an unknown scenario: %v", err)
	}
}
