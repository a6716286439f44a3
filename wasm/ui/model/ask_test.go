package model

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/explain"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict/explained"
	"closenotify/scenarios/predict/sheet"
)

// askedLessons are the lessons whose questions the tests know: what the page fetches has all.
var askedLessons = []string{"client-closes-first", "zero-is-not-an-error", "truncation", "one-way-close"}

var askedTable = sync.OnceValues(func() (explained.Table, error) {
	var list []explained.Question
	for _, name := range askedLessons {
		l, ok := library.Find(name)
		if !ok {
			return explained.Table{}, errors.New("there is no lesson " + name)
		}
		made, err := sheet.OfLesson(l.Name, l.Script, new(compile.Cache).Start)
		if err != nil {
			return explained.Table{}, err
		}
		list = append(list, made.Explained()...)
	}
	return explained.Parse(explained.New(list).String())
})

// askingModel is a lesson with the questions on.
func askingModel(t *testing.T, lesson string) Model {
	t.Helper()
	table, err := askedTable()
	if err != nil {
		t.Fatal(err)
	}
	m, _ := send(newModel(), OpenPreset{lesson}, ToggleAsk{}, Explained{Table: table})
	m.Today = 100
	return m
}

// nextQuestion steps until a question is open.
func nextQuestion(t *testing.T, m Model) Model {
	t.Helper()
	for range m.Len() + 1 {
		m, _ = send(m, Next{})
		if m.Ask.Question.stage == asking {
			return m
		}
	}
	t.Fatalf("%s has no question", m.Title())
	return m
}

func TestAskStopsBeforeTheStep(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "client-closes-first"))
	q := m.Ask.Question
	card := SceneOf(m).Ask
	if m.At != q.Step-1 || !card.Open || len(card.Choices) < 3 || !strings.Contains(m.Status, "1: "+card.Choices[0].Text) {
		t.Errorf("at %d: %+v, said %q", m.At, card, m.Status)
	}
	for name, msg := range map[string]Msg{"next": Next{}, "last": Last{}, "seek": Seek{m.Len()}, "drag": DragSlider{m.Len()}, "play": Play{}, "the same call": Act{m.Step(q.Step).Op}} {
		if again, _ := send(m, msg); again.At != m.At || again.Ask.Question.stage != asking || again.Playing {
			t.Errorf("%s goes to step %d", name, again.At)
		}
	}
	back, _ := send(m, Back{})
	if back.Ask.Question.stage != notOpen {
		t.Error("a question stays after a step back")
	}
	if again := nextQuestion(t, back); again.Ask.Question.Key != q.Key {
		t.Error("a question that was not answered is not asked again")
	}
}

// answer commits to the right choice, or to a wrong one.
func answer(m Model, right bool) Model {
	q := m.Ask.Question
	i := q.Right
	if !right {
		i = (i + 1) % len(q.Choices)
	}
	return sendOne(m, ChooseAnswer{i})
}

func TestRightAnswer(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "client-closes-first"))
	q := m.Ask.Question
	m = answer(m, true)
	card := SceneOf(m).Ask
	if m.At != q.Step || card.Open || !card.Good || !m.Flight.On || !strings.HasPrefix(m.Status, "Right. "+q.Choices[q.Right].Text) {
		t.Errorf("at %d, %+v, said %q", m.At, card, m.Status)
	}
	if c, ok := m.Ask.Deck.Card(q.Key); !ok || c.Box != 2 {
		t.Errorf("it is in %+v", c)
	}
	for i, c := range card.Choices {
		if c.Right != (i == q.Right) || !c.Right && (c.Why == "" || !strings.HasPrefix(c.Link, "/") || !strings.Contains(c.Link, "#")) {
			t.Errorf("choice %+v", c)
		}
	}
	if next, _ := send(m, Continue{}); next.Ask.Question.stage == answered || next.At == q.Step && next.Ask.Question.stage == notOpen {
		t.Errorf("Continue leads to step %d", next.At)
	}
	if next, _ := send(m, Next{}); next.Ask.Question.stage == answered {
		t.Error("the answer stays after the next step")
	}
}

func TestWrongAnswerAndReason(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "client-closes-first"))
	q := m.Ask.Question
	m = answer(m, false)
	if card := SceneOf(m).Ask; card.Good || card.Verdict != "Not right." || card.Why != "" == (len(q.Reasons) > 0) {
		t.Errorf("%+v", card)
	}
	if c, _ := m.Ask.Deck.Card(q.Key); c.Box != 1 {
		t.Errorf("it is in %+v", c)
	}
	if len(q.Reasons) == 0 {
		t.Fatal("the first question of the lesson has no reasons to choose from")
	}
	if strings.Contains(m.Status, q.Reasons[q.Because]) {
		t.Errorf("the reason is said before it is chosen: %q", m.Status)
	}
	if open := SceneOf(m).Ask.Reason; open.Verdict != "" || slices.ContainsFunc(open.Choices, func(c AskChoice) bool { return c.Right }) {
		t.Errorf("before a reason is chosen: %+v", open)
	}
	for i := range q.Reasons {
		said := sendOne(m, ChooseAnswer{i})
		if r := SceneOf(said).Ask.Reason; r.Good != (i == q.Because) || r.Verdict == "" || said.Status != r.Verdict {
			t.Errorf("reason %d: %+v, said %q", i, r, said.Status)
		}
		if again := sendOne(said, ChooseAnswer{q.Because}); again.Ask.Question.reason != i {
			t.Error("a reason can be changed")
		}
	}
}

// TestTwoQuestionsAboutAStep: neither answer is shown before both are given.
func TestTwoQuestionsAboutAStep(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "zero-is-not-an-error"))
	first := m.Ask.Question
	m = answer(m, false)
	if m.Ask.Question.stage != asking || m.Ask.Question.Step != first.Step || m.At != first.Step-1 || m.Ask.Question.Key == first.Key {
		t.Fatalf("at %d: %+v", m.At, m.Ask.Question)
	}
	checkNothingTold(t, "between the two", m)
	skipped := sendOne(m, SkipQuestion{})
	if m = answer(m, true); m.At != first.Step || m.Ask.Question.Key != first.Key || SceneOf(m).Ask.Good || SceneOf(m).Ask.Next != "The other answer" {
		t.Errorf("at %d: %+v", m.At, SceneOf(m).Ask)
	}
	if m = sendOne(m, Continue{}); m.At != first.Step || m.Ask.Question.Key == first.Key || !SceneOf(m).Ask.Good {
		t.Errorf("then at %d: %+v", m.At, SceneOf(m).Ask)
	}
	if m = sendOne(m, Continue{}); m.Ask.Question.stage == answered {
		t.Error("the second answer stays")
	}
	if skipped.At != first.Step || skipped.Ask.Question.Key != first.Key || skipped.Ask.Question.stage != answered {
		t.Errorf("skipped, at %d: %+v", skipped.At, skipped.Ask.Question)
	}
}

func TestSkippedQuestion(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "client-closes-first"))
	q := m.Ask.Question
	m = sendOne(m, SkipQuestion{})
	if m.At != q.Step || m.Ask.Question.stage != notOpen || m.Ask.Deck.Len() != 0 {
		t.Errorf("at %d, %+v", m.At, m.Ask.Question)
	}
	if m, _ = send(m, First{}, Seek{q.Step}); m.Ask.Question.stage != notOpen {
		t.Error("a skipped question is asked again")
	}
}

func TestKeysOfQuestions(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "client-closes-first"))
	done := answer(m, true)
	for _, c := range []struct {
		m    Model
		key  string
		want Msg
	}{
		{m, "1", ChooseAnswer{0}}, {m, "4", ChooseAnswer{3}}, {m, "0", SkipQuestion{}}, {m, "p", ToggleAsk{}}, {m, "ArrowRight", Next{}},
		{done, "Enter", Continue{}}, {done, "2", ChooseAnswer{1}}, {newModel(), "p", ToggleAsk{}},
	} {
		if msg, ok := c.m.KeyMsg(Key{Key: c.key}); !ok || msg != c.want {
			t.Errorf("%s is %#v, want %#v", c.key, msg, c.want)
		}
	}
	for _, key := range []string{"1", "0", "Enter"} {
		if msg, ok := newModel().keyOf(key); ok {
			t.Errorf("without a question %s is %#v", key, msg)
		}
	}
	if msg, ok := m.KeyMsg(Key{Key: "Enter", Target: OnButton}); ok {
		t.Errorf("Enter on a choice is %#v", msg)
	}
}

// TestNothingIsToldBeforeTheAnswer: nothing on the page depends on what comes, in any panel.
func TestNothingIsToldBeforeTheAnswer(t *testing.T) {
	for _, l := range library.All() {
		m, _ := send(newModel(), OpenPreset{l.Name}, ToggleAsk{}, Explained{Err: "no network"})
		if slices.Contains(askedLessons, l.Name) {
			m = askingModel(t, l.Name)
		}
		for range m.Len() {
			for _, pane := range Panes {
				shown, _ := send(m, SetPane{pane})
				checkNothingTold(t, l.Name+", "+string(pane), shown)
			}
			if m, _ = send(m, Next{}); m.Ask.Question.stage == asking {
				checkNothingTold(t, l.Name+", asked", m)
				m = sendOne(m, SkipQuestion{})
			}
		}
	}
}

// checkNothingTold looks at all that a Scene says about steps after the cursor.
func checkNothingTold(t *testing.T, name string, m Model) {
	t.Helper()
	s := SceneOf(m)
	for _, r := range s.Ladder.Rows {
		told := r.Error+r.Errno+r.Zero+r.Reason+r.Found+r.Output != "" || r.Return != "" && r.Return != "?" || r.Stopped
		if r.N > m.At && (told || len(r.Effects)+len(r.Records)+len(r.Links)+len(r.LateReturns) > 0 || r.Blocked != [2]bool{} || string(r.Kind) != r.Side) {
			t.Errorf("%s, at %d: row %+v", name, m.At, r)
		}
	}
	for _, mark := range s.Dock.Marks {
		if mark.Step > m.At && (mark.Kind == KindError || mark.Kind == KindNotify) {
			t.Errorf("%s, at %d: mark %+v", name, m.At, mark)
		}
	}
	for _, l := range s.Panels.Transcript.Lines {
		if l.N > m.At && l.Text != explain.CallSentence(m.Step(l.N))+"." {
			t.Errorf("%s, at %d: %q", name, m.At, l.Text)
		}
	}
	p := s.Panels
	if m.covers() && (!reflect.DeepEqual([]any{p.Script, p.Compare, p.Tree}, []any{ScriptScene{}, CompareScene{}, TreeScene{}})) {
		t.Errorf("%s, at %d: a panel tells the whole scenario", name, m.At)
	}
	if m.covers() && m.At == 0 && slices.Equal(s.Story.Lines, m.Summary()) && len(m.Summary()) > 0 {
		t.Errorf("%s: the summary gives the answer away", name)
	}
	for _, c := range s.Ask.Choices {
		if s.Ask.Open && (c.Right || c.Chosen || c.Why != "" || c.Link != "") {
			t.Errorf("%s: choice %+v", name, c)
		}
	}
	if s.Ask.Open && s.Ask.Why+s.Ask.Truth+s.Ask.Verdict != "" {
		t.Errorf("%s: %+v", name, s.Ask)
	}
}

// TestQuestionsOfOtherReleases: the answer is that of the release on the stage.
func TestQuestionsOfOtherReleases(t *testing.T) {
	m := askingModel(t, "truncation")
	answers := map[string]bool{}
	for _, profile := range []string{"openssl-1.1.1", "openssl-3.0", "openssl-4.0"} {
		config := m.Config
		config.Profile = profile
		under, _ := send(m, SetConfig{config}, First{})
		for _, q := range under.openQuestions() {
			if !slices.Contains(q.Connections, under.connection()) {
				t.Errorf("%s: a question for %s", profile, q.Connections)
			}
			answers[q.Key+q.Choices[q.Right].Text] = true
		}
	}
	if len(answers) < 2 {
		t.Errorf("%d answers", len(answers))
	}
}

func TestQuestionAtTheLastStep(t *testing.T) {
	m := settle(t, askingModel(t, "client-closes-first"), EditScript{"client SSL_write 5\nserver SSL_read 100\nclient SSL_shutdown\n"}, First{})
	m = answer(nextQuestion(t, m), true)
	if card := SceneOf(m).Ask; m.At != m.Len() || card.Next != "Done" {
		t.Errorf("at %d of %d: %q", m.At, m.Len(), card.Next)
	}
	if m = sendOne(m, Continue{}); m.At != m.Len() || SceneOf(m).Ask.Title != "" {
		t.Error("the card stays")
	}
}

// TestStepWaitsForQuestions: while they are fetched no step is taken, and then the one that was asked
// for. If they do not come, the lab is asked.
func TestStepWaitsForQuestions(t *testing.T) {
	table, err := askedTable()
	if err != nil {
		t.Fatal(err)
	}
	m, cmds := send(newModel(), ToggleAsk{})
	if !slices.Contains(cmds, Cmd(FetchExplained{})) {
		t.Errorf("asks for %v", cmds)
	}
	if m, _ = send(m, Next{}); m.At != 0 || !strings.Contains(m.Status, "fetched") {
		t.Errorf("at %d, said %q", m.At, m.Status)
	}
	if got, _ := send(m, Explained{Table: table}); got.At != 1 {
		t.Errorf("then at %d", got.At)
	}
	if failed := settle(t, m, Explained{Err: "no network"}); failed.At != 1 || len(failed.openQuestions()) == 0 {
		t.Errorf("without them at %d", failed.At)
	}
	if off, _ := send(m, ToggleAsk{}, Explained{Table: table}, Next{}); off.At != 1 {
		t.Error("turned off, they still hold the step")
	}
}

func TestAskInAddress(t *testing.T) {
	m := askingModel(t, "client-closes-first")
	if m, _ = send(m, Share{}); !strings.Contains(m.Link, "?ask#") || m.Query() != "ask" {
		t.Errorf("the link is %s", m.Link)
	}
	_, cmds := Update(newModel(), ToggleAsk{})
	if !slices.Contains(cmds, Cmd(SyncURL{})) {
		t.Error("the address bar is not told")
	}
	if off, _ := send(m, ToggleAsk{}, Share{}); strings.Contains(off.Link, "?") || off.Query() != "" {
		t.Errorf("off, the link is %s", off.Link)
	}
}

// returnsText is what a call returns, as a choice says it.
func returnsText(s engine.Step) string {
	if s.Blocked {
		return "It waits."
	}
	return "It returns " + strconv.Itoa(s.Ret) + "."
}

// TestNearestScenarioIsRight: the link of a wrong choice opens before a step that does what it says.
func TestNearestScenarioIsRight(t *testing.T) {
	m := answer(nextQuestion(t, askingModel(t, "client-closes-first")), true)
	opened := 0
	for i, c := range SceneOf(m).Ask.Choices {
		if c.Link == "" {
			continue
		}
		_, fragment, _ := strings.Cut(c.Link, "#")
		near, _ := send(newModel(), Visit{Fragment: fragment})
		if near.At+1 > near.Len() || returnsText(near.Step(near.At+1)) != c.Text {
			t.Errorf("choice %d, %q: at %d of %s", i, c.Text, near.At, stepLines(near))
		}
		opened++
	}
	if opened < 2 {
		t.Errorf("%d links", opened)
	}
}

func TestPrintTellsNothing(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "client-closes-first"))
	p := m.Printed()
	if last := p.Steps[m.At]; p.Summary != "" || last.Caption != "" || !strings.HasSuffix(last.Sentence, explain.CallSentence(m.Step(m.At+1))+".") {
		t.Errorf("%q, %+v", p.Summary, last)
	}
}
