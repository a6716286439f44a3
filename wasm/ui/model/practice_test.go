package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/scenarios/predict/deck"
)

// missed is a model in which the first questions of two lessons were missed the day before.
func missed(t *testing.T) Model {
	t.Helper()
	m := answer(nextQuestion(t, askingModel(t, "client-closes-first")), false)
	m, _ = send(m, OpenPreset{"truncation"})
	m = answer(nextQuestion(t, m), false)
	m.Today++
	return m
}

func TestPractice(t *testing.T) {
	m, cmds := send(missed(t), ToggleAsk{}, ShowDialog{"practice"})
	if s := SceneOf(m).Practice; s.Due != 2 || s.All != 2 || s.Boxes[0].Count != 2 || len(s.Boxes) != deck.Boxes || !s.Known {
		t.Errorf("%+v, %v", s, cmds)
	}
	var lessons []string
	for range 2 {
		if len(lessons) == 0 {
			m, _ = send(m, Practise{})
		} else {
			m, _ = send(m, Continue{})
		}
		if m.Ask.Question.stage != asking || !m.Ask.On || m.Dialog != "" {
			t.Fatalf("%+v", m.Ask.Question)
		}
		lessons = append(lessons, m.Preset)
		m = answer(m, true)
		if next := SceneOf(m).Ask.Next; next != "Next question" {
			t.Errorf("the button says %q", next)
		}
	}
	slices.Sort(lessons)
	if !slices.Equal(lessons, []string{"client-closes-first", "truncation"}) {
		t.Errorf("asked about %q", lessons)
	}
	if m, _ = send(m, Continue{}); m.Dialog != "practice" || SceneOf(m).Practice.Due != 0 || SceneOf(m).Practice.Boxes[1].Count != 2 || !strings.Contains(lastNotice(t, m).Text, "2 questions") {
		t.Errorf("%+v", SceneOf(m).Practice)
	}
}

func TestPracticeOfSkippedQuestions(t *testing.T) {
	m, _ := send(missed(t), Practise{}, SkipQuestion{}, SkipQuestion{})
	if m.Dialog != "practice" || m.Ask.practising || SceneOf(m).Practice.Due != 2 {
		t.Errorf("%+v", SceneOf(m).Practice)
	}
}

// TestPracticeOfOneOfTwo: of two questions about a step, only the one that is due is asked.
func TestPracticeOfOneOfTwo(t *testing.T) {
	m := answer(nextQuestion(t, askingModel(t, "zero-is-not-an-error")), false)
	m.Today++
	m, _ = send(m, ToggleAsk{}, Practise{})
	if m = answer(m, true); m.Ask.Question.stage != answered || SceneOf(m).Ask.Next != "Next question" {
		t.Errorf("%+v", m.Ask.Question)
	}
}

// TestPracticeIsLeft: another scenario ends it.
func TestPracticeIsLeft(t *testing.T) {
	m, _ := send(missed(t), Practise{}, OpenPreset{"half-close"})
	if m.Ask.practising || m.Preset != "half-close" {
		t.Error("the practice goes on")
	}
}

// TestPracticeFetches: it waits for the questions.
func TestPracticeFetches(t *testing.T) {
	full := missed(t)
	m := newModel()
	m.Today, m.Ask.Deck = full.Today, full.Ask.Deck
	m, cmds := send(m, Practise{})
	if !slices.Contains(cmds, Cmd(FetchExplained{})) {
		t.Errorf("asks for %v", cmds)
	}
	if failed, _ := send(m, Explained{Err: "no network"}); !lastNotice(t, failed).Error {
		t.Error("says nothing when they cannot be fetched")
	}
	if m, _ = send(m, Explained{Table: full.Ask.table}); m.Ask.Question.stage != asking {
		t.Errorf("%+v", m.Ask.Question)
	}
}

func TestDeckIsKept(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "client-closes-first"))
	next, cmds := send(m, ChooseAnswer{0})
	if !slices.Contains(cmds, Cmd(StoreDeck{Text: next.Ask.Deck.String()})) {
		t.Errorf("asks for %v", cmds)
	}
	if again, _ := send(newModel(), DeckStored{next.Ask.Deck.String()}, DeckStored{"damaged"}); again.Ask.Deck.String() != next.Ask.Deck.String() {
		t.Error("it is not restored")
	}
}

func TestDeckAsFile(t *testing.T) {
	m := missed(t)
	_, cmds := send(m, ExportDeck{})
	file, ok := cmds[0].(Download)
	if !ok || !strings.HasSuffix(file.Name, ".txt") {
		t.Fatalf("%v", cmds)
	}
	other, cmds := send(newModel(), ImportDeck{file.Data})
	if other.Ask.Deck.Len() != 2 || !slices.Contains(cmds, Cmd(StoreDeck{Text: file.Data})) {
		t.Errorf("%d questions, %v", other.Ask.Deck.Len(), cmds)
	}
	if bad, _ := send(m, ImportDeck{"nonsense"}); bad.Ask.Deck.Len() != 2 || !lastNotice(t, bad).Error {
		t.Error("a wrong file is taken")
	}
}

func TestDeckIsForgotten(t *testing.T) {
	m, cmds := send(missed(t), ResetDeck{})
	if m.Ask.Deck.Len() != 0 || !slices.Contains(cmds, Cmd(StoreDeck{deck.Deck{}.String(), true})) {
		t.Errorf("%d questions, %v", m.Ask.Deck.Len(), cmds)
	}
	if m, _ = send(m, PressNotice{lastNotice(t, m).ID}); m.Ask.Deck.Len() != 2 {
		t.Error("Undo brings nothing back")
	}
}
