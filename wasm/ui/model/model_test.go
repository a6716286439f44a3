package model

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/library"
	"closenotify/scenarios/store"
)

// newModel is the page as a newcomer finds it, with the whole library.
func newModel() Model { return New(library.Shipped()) }

// send updates the page with messages, one after the other, and returns the effects of the last.
func send(m Model, msgs ...Msg) (Model, []Cmd) {
	var cmds []Cmd
	for _, msg := range msgs {
		m, cmds = updateStored(m, msg)
		for m.Editor.unplayed != nil {
			m, cmds = Update(m, cmds[0].(Wait).Msg)
		}
	}
	return m, cmds
}

// sendOne is send for one message, without its effects.
func sendOne(m Model, msg Msg) Model {
	m, _ = send(m, msg)
	return m
}

// press does what elements of the page say that they do, one after the other.
func press(t *testing.T, m Model, texts ...string) Model {
	t.Helper()
	for _, text := range texts {
		msg, ok := m.MsgFromAction(text, "")
		if !ok {
			t.Fatalf("nothing is done by %q", text)
		}
		m, _ = updateStored(m, msg)
	}
	return m
}

// storedSaved are the saved scenarios of the tests, by their ID.
var storedSaved = map[string]store.Saved{}

// updateStored is Update with a store that has storedSaved and answers at once.
func updateStored(m Model, msg Msg) (Model, []Cmd) {
	m, cmds := Update(m, msg)
	for _, c := range cmds {
		if get, ok := c.(GetSaved); ok {
			return updateStored(m, SavedGot{GetSaved: get, Saved: storedSaved[get.ID]})
		}
	}
	return m, cmds
}

// stepLines is the branch on the stage, as in a script.
func stepLines(m Model) string {
	var list []string
	for i := 1; i <= m.Len(); i++ {
		list = append(list, m.Step(i).Op.String())
	}
	return strings.Join(list, "; ")
}

func TestNewcomerSeesTheFirstScenarioBeforeItsFirstStep(t *testing.T) {
	m := newModel()
	if m.Preset != FirstPreset || m.At != 0 || m.Playing || m.Len() == 0 {
		t.Fatalf("preset %q, step %d of %d, playing %v", m.Preset, m.At, m.Len(), m.Playing)
	}
	if empty, _ := Update(m, NewScenario{}); empty.Len() != 0 || SceneOf(empty).Story.Invite || !SceneOf(empty).Story.Empty {
		t.Error("an empty scenario invites to its first step")
	}
	if s := SceneOf(m); !s.Opening || s.Story.Empty || s.Story.Title != m.Title() {
		t.Errorf("story %+v", s.Story)
	}
}

func TestCursorStaysInTheBranch(t *testing.T) {
	m := press(t, newModel(), "back", "first")
	if m.At != 0 {
		t.Errorf("back at the start: step %d", m.At)
	}
	m = press(t, m, "last", "next")
	if m.At != m.Len() {
		t.Errorf("next at the end: step %d of %d", m.At, m.Len())
	}
	m = press(t, m, "seek 2")
	if m.At != 2 || m.Status != m.spokenLine() {
		t.Errorf("step %d, status %q", m.At, m.Status)
	}
}

func TestStepsByWireEvents(t *testing.T) {
	m := emptyModel(t)
	m = press(t, m, "act client SSL_set_quiet_shutdown 1", "act client SSL_set_quiet_shutdown 0", "act client SSL_write 3", "first")
	m, _ = send(m, Next{Wire: true})
	if m.At != 3 {
		t.Errorf("forward to step %d, want 3, the write", m.At)
	}
	m, _ = send(m, Back{Wire: true})
	if m.At != 0 {
		t.Errorf("back to step %d, want 0", m.At)
	}
}

func TestActingInTheMiddleKeepsBothFutures(t *testing.T) {
	m := press(t, newModel(), "seek 1", "act client SSL_shutdown")
	if m.At != 2 || m.Len() != 2 || !m.Dirty {
		t.Fatalf("step %d of %d, dirty %v: %s", m.At, m.Len(), m.Dirty, stepLines(m))
	}
	row := SceneOf(m).Ladder.Rows[1]
	futures := SceneOf(m).Ladder.Forks.Instead
	if row.Branches != 2 || len(futures) != 2 || futures[0].OnStage || !futures[1].OnStage {
		t.Fatalf("%d ways, %+v", row.Branches, futures)
	}
	branch := stepLines(m)
	m, _ = send(m, ChooseBranch{futures[0].Node})
	if m.Len() != 6 || m.At != 2 {
		t.Errorf("the old branch: step %d of %s", m.At, stepLines(m))
	}
	m, _ = send(m, ChooseBranch{SceneOf(m).Ladder.Forks.Instead[1].Node})
	if stepLines(m) != branch {
		t.Errorf("the new branch: %s, want %s", stepLines(m), branch)
	}
	m, _ = send(m, ChooseBranch{engine.NodeID(9999)})
	if stepLines(m) != branch {
		t.Errorf("a branch that is not there was chosen")
	}
}

func TestActingAsTheBranchDoesFollowsIt(t *testing.T) {
	m := newModel()
	next, _ := send(m, Act{m.Step(1).Op})
	if next.At != 1 || next.Len() != m.Len() || next.Dirty {
		t.Errorf("step %d of %d, dirty %v", next.At, next.Len(), next.Dirty)
	}
}

func TestAnOperationOutsideTheLanguageIsRefused(t *testing.T) {
	m, _ := send(newModel(), Act{engine.Op{Verb: engine.VerbRead, N: -7}})
	if m.At != 0 || len(m.Notices) != 1 || !m.Notices[0].Error {
		t.Errorf("step %d, notices %+v", m.At, m.Notices)
	}
}

func TestADragSaysAndAnimatesNothing(t *testing.T) {
	m := press(t, newModel(), "next")
	status := m.Status
	m, _ = send(m, DragSlider{4})
	if m.At != 4 || m.Status != status || m.Flight.On {
		t.Errorf("step %d, status %q, flight %v", m.At, m.Status, m.Flight.On)
	}
	m, _ = send(m, EndDrag{4})
	if m.Status == status || m.Flight.On {
		t.Errorf("after the drag: status %q, flight %v", m.Status, m.Flight.On)
	}
}

func TestOnlyAStepForwardIsShownAsMotion(t *testing.T) {
	m := press(t, newModel(), "next")
	if !m.Flight.On || SceneOf(m).Ladder.Rows[0].Motion.Turn == 0 {
		t.Error("a step forward does not fly")
	}
	if m = press(t, m, "next", "back"); m.Flight.On {
		t.Error("a step back flies")
	}
}

func TestAddressFollowsTheStageButNotAVisit(t *testing.T) {
	_, cmds := send(newModel(), Next{})
	if len(cmds) != 1 || cmds[0] != (SyncURL{}) {
		t.Errorf("after a step: %v", cmds)
	}
	_, cmds = send(newModel(), Visit{Preset: library.All()[1].Name})
	for _, c := range cmds {
		if c == (SyncURL{}) {
			t.Error("a visit changes the address it came from")
		}
	}
}

// emptyModel is a stage with no steps.
func emptyModel(t *testing.T) Model {
	t.Helper()
	return press(t, newModel(), "new-scenario")
}

// narrationOf is the narration of step i.
func narrationOf(m Model, i int) string {
	text, _ := m.narration(i)
	return text
}
