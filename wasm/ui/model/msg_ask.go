package model

import (
	"strconv"
	"strings"

	"closenotify/scenarios/predict/explained"
)

// ToggleAsk turns the predict mode on or off.
type ToggleAsk struct{}

// ChooseAnswer commits to a choice of the open question, or chooses a reason; I counts from 0.
// SkipQuestion takes the step without an answer. Continue closes the answer and goes on.
type (
	ChooseAnswer struct{ I int }
	SkipQuestion struct{}
	Continue     struct{}
)

// The ids of the elements that get the keyboard when a question opens, and when it closes.
const (
	AskTitleID = "ask-title"
	StoryID    = "story"
)

func (ToggleAsk) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Ask.On, m.Ask.practising, m.Ask.done = !m.Ask.On, false, nil
	if !m.Ask.On {
		m.Ask.Question, m.Ask.together, m.Ask.held = AskedQuestion{}, nil, false
		m.Status = "Predict is off."
		return nil
	}
	m.Status = "Predict is on. Questions will stop you on the way."
	return m.fetchExplained()
}

func (c ChooseAnswer) update(m *Model) []Cmd {
	q := &m.Ask.Question
	switch {
	case q.stage == asking && c.I >= 0 && c.I < len(q.Choices):
		return m.commit(c.I)
	case q.stage == answered && q.reason < 0 && c.I >= 0 && c.I < len(q.Reasons):
		q.reason = c.I
		m.Status = q.reasonVerdict()
		return []Cmd{Focus{AskReasonID}}
	}
	return nil
}

// commit takes the step, now that the answer is given, and shows whether it was right. Another question
// about the same step is asked before that.
func (m *Model) commit(i int) []Cmd {
	q := m.Ask.Question
	q.stage, q.chosen, q.reason = answered, i, -1
	for _, c := range q.Choices {
		q.links = append(q.links, m.nearLink(c))
	}
	m.closeQuestion()
	m.Ask.practised++
	m.Ask.together = append(m.Ask.together[:len(m.Ask.together):len(m.Ask.together)], q)
	cmds := append(m.noteAnswer(&q, i == q.Right), Answered{q.Step, i == q.Right})
	if next, ok := m.nextTogether(q.Step); ok {
		return append(cmds, m.openQuestion(next)...)
	}
	m.seek(q.Step)
	m.showStep(true)
	return append(cmds, m.showAnswer()...)
}

// nextTogether is another question about a step. In a practice each is asked alone.
func (m *Model) nextTogether(step int) (q explained.Question, ok bool) {
	for _, q := range m.openQuestions() {
		if q.Step == step && !m.Ask.practising {
			return q, true
		}
	}
	return q, false
}

// showAnswer shows the answer of the first question about the step.
func (m *Model) showAnswer() []Cmd {
	m.Ask.Question, m.Ask.together = m.Ask.together[0], m.Ask.together[1:]
	m.Status = m.Ask.Question.verdict()
	return []Cmd{Focus{AskTitleID}}
}

// closeQuestion closes the open question, which is not asked again.
func (m *Model) closeQuestion() {
	m.Ask.done = append(m.Ask.done[:len(m.Ask.done):len(m.Ask.done)], m.Ask.Question.Key)
	m.Ask.Question = AskedQuestion{}
}

func (SkipQuestion) update(m *Model) []Cmd {
	step := m.Ask.Question.Step
	if m.Ask.Question.stage != asking {
		return nil
	}
	m.closeQuestion()
	if next, ok := m.nextTogether(step); ok {
		return m.openQuestion(next)
	}
	if m.Ask.practising {
		return m.practiseNext()
	}
	m.seek(step)
	m.showStep(true)
	if len(m.Ask.together) > 0 {
		return m.showAnswer()
	}
	return []Cmd{Focus{StoryID}}
}

func (Continue) update(m *Model) []Cmd {
	if m.Ask.Question.stage != answered {
		return nil
	}
	if len(m.Ask.together) > 0 {
		return m.showAnswer()
	}
	m.Ask.Question = AskedQuestion{}
	if m.Ask.practising {
		return m.practiseNext()
	}
	if m.At < m.Len() {
		m.jumpTo(m.At + 1)
	}
	return []Cmd{Focus{StoryID}}
}

// gate keeps the cursor before a step that is still to be asked about, and closes a question that
// the cursor has left.
func (m *Model) gate(before *Model) []Cmd {
	if !m.Ask.On {
		return nil
	}
	return append(m.makeQuestions(), m.gateStep(before)...)
}

// gateStep is gate while the mode is on.
func (m *Model) gateStep(before *Model) []Cmd {
	same := isSamePath(m.Path, before.Path)
	if !same || m.At < before.At {
		m.Ask.held = false // somebody has gone elsewhere
	}
	if !same && m.opened == before.opened {
		m.Ask.next = ""
	}
	forward := same && m.At > before.At
	if forward && m.awaitsQuestions() {
		m.stopPlaying()
		m.seek(before.At)
		m.Flight.On, m.Ask.held, m.Status = false, true, textFetching
		return nil
	}
	if told := &m.Ask.Question; forward && (told.stage != answered || m.At != told.Step) {
		for _, next := range m.openQuestions() {
			if next.Step > before.At && next.Step <= m.At {
				return m.openQuestion(next)
			}
		}
	}
	q := &m.Ask.Question
	if q.stage != notOpen && q.stage == before.Ask.Question.stage && q.Key == before.Ask.Question.Key && (!same || m.At != q.at()) {
		*q, m.Ask.together = AskedQuestion{}, nil
	}
	return nil
}

// openQuestion asks a question, with the cursor before its step.
func (m *Model) openQuestion(q explained.Question) []Cmd {
	again := m.Ask.Question.stage == asking && m.Ask.Question.Key == q.Key
	m.stopPlaying()
	m.seek(q.Step - 1)
	m.Flight.On, m.Menu = false, Menu{}
	m.Ask.Question = AskedQuestion{Question: q, stage: asking, reason: -1}
	m.Status = m.Ask.Question.aloud()
	if again {
		m.Status = "Answer the question first, or skip it. " + m.Status
	}
	return []Cmd{Focus{AskTitleID}}
}

// aloud is the open question for a screen reader.
func (q *AskedQuestion) aloud() string {
	said := []string{"Question. " + q.title() + " " + q.Text}
	for i, c := range q.Choices {
		said = append(said, strconv.Itoa(i+1)+": "+c.Text)
	}
	return strings.Join(said, " ")
}

// verdict is what a screen reader says of the answer.
func (q *AskedQuestion) verdict() string {
	text := "Right. "
	if q.chosen != q.Right {
		text = "Not right. The answer is: "
	}
	text += q.Choices[q.Right].Text
	if len(q.Reasons) == 0 {
		return text + " " + q.Why
	}
	return text + " One more question: why?"
}

// reasonVerdict says whether the chosen reason was right.
func (q *AskedQuestion) reasonVerdict() string {
	if q.reason == q.Because {
		return "Yes, that is the reason."
	}
	return "That is another rule. The reason is: " + q.Reasons[q.Because]
}
