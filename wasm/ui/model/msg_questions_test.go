package model

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine/compile"
	"closenotify/engine/export"
	"closenotify/scenarios/predict/deck"
	"closenotify/scenarios/predict/explained"
	"closenotify/scenarios/predict/sheet"
)

// madeQuestions is what the lab answers.
func madeQuestions(t *testing.T, c MakeQuestions) QuestionsMade {
	t.Helper()
	p, err := export.PlayText(c.Text, compile.Start)
	if err != nil {
		t.Fatalf("%v in\n%s", err, c.Text)
	}
	made := sheet.OfPlayed(p.Script, p.History, p.Path, 500)
	table, err := explained.Parse(explained.New(made.Explained()).String())
	if err != nil {
		t.Fatal(err)
	}
	return QuestionsMade{ID: c.ID, Table: table}
}

const (
	pasted        = "client SSL_write 3\nclient SSL_shutdown\nclient SSL_shutdown\n"
	programPasted = "program client\nint main(SSL *ssl)\n{\n    SSL_shutdown(ssl);\n    return SSL_shutdown(ssl);\n}\nend program\nclient next\nserver SSL_shutdown\nclient next\n"
)

// pastedModel has a script on the stage that is no lesson, with the questions on.
func pastedModel(t *testing.T, text string) Model {
	t.Helper()
	return settle(t, askingModel(t, "client-closes-first"), EditScript{text}, First{})
}

// TestPastedScriptIsAsked: it has all kinds of questions, with confusions, reasons and explanations, also
// about steps of a program.
func TestPastedScriptIsAsked(t *testing.T) {
	for _, text := range []string{pasted, programPasted} {
		m := pastedModel(t, text)
		list := m.openQuestions()
		if len(list) < 2 || m.awaitsQuestions() {
			t.Fatalf("%d questions about\n%s", len(list), text)
		}
		checkNothingTold(t, "before the first step", m)
		ofProgram, confused := 0, 0
		for _, q := range list {
			m = nextQuestion(t, m)
			if m.Step(q.Step).Op.Verb.IsOfProgram() {
				ofProgram++
			}
			m = answer(m, false)
			for len(m.Ask.together) > 0 || m.Ask.Question.stage == asking {
				if m.Ask.Question.stage == asking {
					m = answer(m, false)
				} else {
					m = sendOne(m, Continue{})
				}
			}
			for _, c := range SceneOf(m).Ask.Choices {
				if !c.Right && c.Why == "" {
					t.Errorf("nothing is said about %+v", c)
				}
			}
			if slices.ContainsFunc(q.Choices, func(c explained.Choice) bool { return c.Truth != "" }) {
				confused++
			}
			if m.At == m.Len() || len(m.openQuestions()) == 0 {
				break
			}
		}
		if confused == 0 || (ofProgram > 0) != (text == programPasted) {
			t.Errorf("%d questions have a confusion, %d are about a program", confused, ofProgram)
		}
	}
}

// TestChangedLessonIsAsked: a lesson with another step is not the lesson.
func TestChangedLessonIsAsked(t *testing.T) {
	m := askingModel(t, "client-closes-first")
	text := m.Script().String()
	if _, made := asksLab(m, EditScript{text + "client SSL_read 10\n"}, First{}); made.Text == "" {
		t.Error("the lab is not asked")
	}
	if _, made := asksLab(m, EditScript{"# Another\n\n" + stepsLike(m)}, First{}); made.Text == "" {
		t.Error("other steps, as many as the lesson has, are taken for it")
	}
	if _, made := asksLab(m, EditScript{text}, First{}); made.Text != "" {
		t.Error("the lab is asked about the lesson itself")
	}
}

// stepsLike are as many steps as there are on the stage, the first of them the same.
func stepsLike(m Model) string {
	return m.Step(1).Op.String() + "\n" + strings.Repeat("server SSL_read 7\n", m.Len()-1)
}

// asksLab is send, and what the lab is asked for last.
func asksLab(m Model, msgs ...Msg) (Model, MakeQuestions) {
	var last MakeQuestions
	for _, msg := range msgs {
		var cmds []Cmd
		m, cmds = send(m, msg)
		for _, c := range cmds {
			if c, ok := c.(MakeQuestions); ok {
				last = c
			}
		}
	}
	return m, last
}

// TestActingAsksNothing: the lab is not asked while there are no steps ahead.
func TestActingAsksNothing(t *testing.T) {
	m := settle(t, newModel(), ToggleAsk{}, Explained{Err: "no network"}, NewScenario{})
	for _, text := range []string{"act client SSL_write 5", "act client SSL_shutdown"} {
		msg, ok := m.MsgFromAction(text, "")
		if !ok {
			t.Fatal(text)
		}
		var asked MakeQuestions
		if m, asked = asksLab(m, msg); asked.Text != "" {
			t.Errorf("after %q the lab is asked", text)
		}
	}
	if _, asked := asksLab(m, First{}); asked.Text == "" {
		t.Error("before the first step the lab is not asked")
	}
}

// TestStepWaitsForTheLab: the step is taken when the lab has answered, and an answer about another script
// is not used.
func TestStepWaitsForTheLab(t *testing.T) {
	m, asked := asksLab(askingModel(t, "client-closes-first"), EditScript{pasted}, First{})
	if asked.Text == "" {
		t.Fatal("the lab is not asked")
	}
	if m, _ = send(m, Next{}); m.At != 0 || m.Status != textFetching || !m.covers() {
		t.Errorf("at %d, said %q", m.At, m.Status)
	}
	made := madeQuestions(t, asked)
	if got := sendOne(m, made); got.At != 1 || len(got.openQuestions()) == 0 {
		t.Errorf("then at %d with %d questions", got.At, len(got.openQuestions()))
	}
	if failed := sendOne(m, QuestionsMade{ID: made.ID, Err: "no network"}); failed.covers() || !lastNotice(t, failed).Error || sendOne(failed, Next{}).At != 1 {
		t.Error("without an answer the steps cannot be taken")
	}
	other, _ := send(m, EditScript{"server SSL_shutdown\nserver SSL_shutdown\n"}, First{})
	if other = sendOne(other, made); len(other.questions()) > 0 || !other.awaitsQuestions() {
		t.Errorf("the questions about another script are asked: %+v", other.questions())
	}
}

// TestPracticeOfAPastedScript: what was missed about a script that is no lesson comes back, with its steps.
func TestPracticeOfAPastedScript(t *testing.T) {
	for _, text := range []string{pasted, programPasted} {
		m := answer(nextQuestion(t, pastedModel(t, text)), false)
		if m.Ask.Deck.Len() != 1 {
			t.Fatalf("%d questions are kept", m.Ask.Deck.Len())
		}
		kept := m.Ask.Deck.String()
		m.Today++
		m = settle(t, m, ToggleAsk{}, OpenPreset{"truncation"}, Practise{})
		q := m.Ask.Question
		if q.stage != asking || !m.Ask.practising || m.At != q.Step-1 || !strings.Contains(kept, q.Key) || !strings.Contains(m.Script().String(), "client") {
			t.Errorf("at %d of\n%s%+v", m.At, m.Script(), q)
		}
		if m = answer(m, true); SceneOf(m).Ask.Next != "Next question" {
			t.Errorf("%+v", SceneOf(m).Ask)
		}
		if c, _ := m.Ask.Deck.Card(q.Key); c.Box != 2 || c.Link == "" {
			t.Errorf("then it is in %+v", c)
		}
		if m = settle(t, m, Continue{}); m.Dialog != "practice" {
			t.Error("the practice goes on")
		}
	}
}

// TestPracticeWithoutTheLab: it ends, and says why.
func TestPracticeWithoutTheLab(t *testing.T) {
	m := answer(nextQuestion(t, pastedModel(t, pasted)), false)
	m.Today++
	m, asked := asksLab(m, ToggleAsk{}, OpenPreset{"truncation"}, Practise{})
	if asked.Text == "" {
		t.Fatal("the lab is not asked")
	}
	id := asked.ID
	if failed := sendOne(m, QuestionsMade{ID: id, Err: "no network"}); failed.Ask.practising || !lastNotice(t, failed).Error {
		t.Errorf("%+v", failed.Ask)
	}
	if gone := sendOne(m, QuestionsMade{ID: id}); gone.Ask.practising || gone.Dialog != "practice" {
		t.Errorf("a question that is not made any more: %+v", gone.Ask)
	}
	if left, _ := send(m, OpenPreset{"half-close"}, QuestionsMade{ID: id}); left.Dialog != "" || left.Preset != "half-close" {
		t.Error("the practice goes on in another scenario")
	}
}

// TestTooLongForALink: such a question is asked, but cannot be kept.
func TestTooLongForALink(t *testing.T) {
	var b strings.Builder
	b.WriteString("client SSL_shutdown\nclient SSL_shutdown\n")
	for i := range 150 {
		b.WriteString("# " + strings.Repeat(string(rune('a'+i*7%26))+string(rune('a'+i*11%26))+" ", 30) + "\nserver SSL_read " + strings.Repeat("7", 1+i%5) + "\n")
	}
	m := pastedModel(t, b.String())
	if _, fragment, err := m.Address(); err == nil && len(fragment) <= deck.MaxLink {
		t.Fatalf("the link has only %d characters", len(fragment))
	}
	if m = answer(nextQuestion(t, m), false); m.Ask.Deck.Len() != 0 || m.Ask.practised != 1 {
		t.Errorf("%d questions are kept", m.Ask.Deck.Len())
	}
}

// Questions that come late move nobody who has gone elsewhere, and open no scenario over another.
func TestLateQuestionsMoveNobody(t *testing.T) {
	for _, away := range []Msg{First{}, OpenPreset{"half-close"}} {
		m, _ := Update(sendOne(newModel(), Seek{2}), ToggleAsk{})
		if m = sendOne(m, Next{}); m.At != 2 || !m.Ask.held {
			t.Fatalf("step %d, held %v", m.At, m.Ask.held)
		}
		if m, _ = send(m, away, Explained{}, QuestionsMade{ID: 1}, QuestionsMade{ID: 2}); m.At != 0 {
			t.Errorf("%T: then the cursor is at step %d", away, m.At)
		}
	}
	m, _ := Update(newModel(), Practise{})
	m = press(t, m, "act server SSL_free")
	before := m.Path
	if m = sendOne(m, Explained{Table: explained.New([]explained.Question{{Key: "0000000000001", Lesson: "half-close", Step: 1}})}); !isSamePath(m.Path, before) || m.Dialog != "" {
		t.Errorf("Practise, pressed before, takes the stage: dialog %q", m.Dialog)
	}
}
