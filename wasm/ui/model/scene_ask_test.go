package model

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The files under testdata/ask show the card of a question in each state, and what a screen reader
// hears. Whoever changes the words on purpose writes them anew with
//
//	go test ./wasm/ui/model -run TestAskScenes -update
//
// and reads the difference.

// writeAsk writes the card, and the status line that comes with it.
func writeAsk(b *strings.Builder, state string, m Model) {
	c := SceneOf(m).Ask
	writeLine(b, "==", state+", at step", strconv.Itoa(m.At))
	writeLine(b, "said:", m.Status)
	writeLine(b, "title:", c.Title, c.Verdict)
	writeLine(b, "text:", c.Text)
	writeChoices(b, c.Choices)
	writeLine(b, "truth:", c.Truth)
	writeLine(b, "rule:", c.Why)
	writeLine(b, "reason:", c.Reason.Verdict)
	writeChoices(b, c.Reason.Choices)
	writeLine(b, "next:", c.Next)
	writeLine(b)
}

// writeChoices writes choices: "*" for the right one, ">" for the one that was taken.
func writeChoices(b *strings.Builder, list []AskChoice) {
	for _, c := range list {
		mark := " "
		if c.Right {
			mark = "*"
		}
		if c.Chosen {
			mark += ">"
		}
		writeLine(b, mark, strconv.Itoa(c.N)+".", c.Text, "|", c.Why)
		if c.Link != "" {
			path, _, _ := strings.Cut(c.Link, "#")
			writeLine(b, "    ", "play", path)
		}
	}
}

// askStates goes through the states of the questions of a lesson.
func askStates(t *testing.T, lesson string) string {
	var b strings.Builder
	open := nextQuestion(t, askingModel(t, lesson))
	writeAsk(&b, "unanswered", open)
	writeAsk(&b, "unanswered, stepped on", sendOne(open, Next{}))
	writeAsk(&b, "skipped", sendOne(open, SkipQuestion{}))
	right, wrong := answer(open, true), answer(open, false)
	for right.Ask.Question.stage == asking { // another question about the step
		writeAsk(&b, "the second question", right)
		right, wrong = answer(right, true), answer(wrong, false)
	}
	writeAsk(&b, "right", right)
	writeAsk(&b, "wrong", wrong)
	if q := wrong.Ask.Question; len(q.Reasons) > 0 {
		writeAsk(&b, "the reason is right", sendOne(wrong, ChooseAnswer{q.Because}))
		writeAsk(&b, "the reason is wrong", sendOne(wrong, ChooseAnswer{(q.Because + 1) % len(q.Reasons)}))
	}
	writeAsk(&b, "gone on", sendOne(right, Continue{}))
	return b.String()
}

func TestAskScenes(t *testing.T) {
	states := map[string]string{"practice": practiceStates(t)}
	for _, name := range askedLessons {
		states[name] = askStates(t, name)
	}
	for name, got := range states {
		file := filepath.Join("testdata", "ask", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		compareLines(t, file, got, string(want))
	}
}

// practiceStates misses a question, and practises it on the next day.
func practiceStates(t *testing.T) string {
	var b strings.Builder
	m := answer(nextQuestion(t, askingModel(t, "client-closes-first")), false)
	m.Today++
	m = sendOne(m, Practise{})
	writeAsk(&b, "practice", m)
	m = answer(m, true)
	writeAsk(&b, "practised", m)
	m = sendOne(m, Continue{})
	writeAsk(&b, "the end of the practice", m)
	writeLine(&b, "dialog:", m.Dialog, lastNotice(t, m).Text)
	return b.String()
}

// TestWordsOfQuestions: every state says what to do, in the card and aloud.
func TestWordsOfQuestions(t *testing.T) {
	m := nextQuestion(t, askingModel(t, "one-way-close"))
	for m.Ask.Question.stage == asking && !m.Ask.Question.After {
		m = sendOne(m, SkipQuestion{})
		if m.Ask.Question.stage != asking {
			m = nextQuestion(t, m)
		}
	}
	q := m.Ask.Question
	step := "Step " + strconv.Itoa(q.Step)
	if card := SceneOf(m).Ask; card.Title != step+": what does that mean?" || !strings.Contains(card.Text, "and it returned 0. What does that mean?") || m.At != q.Step-1 {
		t.Errorf("at %d: %+v", m.At, card)
	}
	if !strings.HasPrefix(m.Status, "Question. "+step+": what does that mean? The client called SSL_shutdown(), and it returned 0.") {
		t.Errorf("said %q", m.Status)
	}
	if right := q.Choices[q.Right].Text; right != "Half of the closing is done. Nothing has failed." {
		t.Errorf("the answer is %q", right)
	}
	if m = answer(m, true); m.At != q.Step || !strings.HasPrefix(m.Status, "Right. Half of the closing is done.") {
		t.Errorf("at %d, said %q", m.At, m.Status)
	}
	if c, ok := m.Ask.Deck.Card(q.Key); !ok || c.Box != 2 {
		t.Errorf("it is in %+v", c)
	}
}
