package model

import (
	"slices"

	"closenotify/scenarios/predict/explained"
)

// MakeQuestions asks the lab for the questions about a script that is no lesson. QuestionsMade answers.
type MakeQuestions struct {
	ID   int // of this request
	Text string
}

func (MakeQuestions) cmd() {}

// QuestionsMade has the questions, or why there are none.
type QuestionsMade struct {
	ID    int
	Table explained.Table
	Err   string
}

// makeQuestions asks the lab for questions if there are steps ahead and nothing is known about them.
func (m *Model) makeQuestions() []Cmd {
	known := len(m.questions()) > 0 || m.Ask.found.asked
	if known || m.Ask.fetching || m.At == m.Len() || m.Len() > maxAskedSteps {
		return nil
	}
	m.Ask.found.asked = true
	m.Ask.making++
	return []Cmd{MakeQuestions{m.Ask.making, m.Script().String()}}
}

func (q QuestionsMade) update(m *Model) []Cmd {
	if q.ID != m.Ask.making || !m.awaitsQuestions() {
		return nil // there is another branch on the stage now
	}
	held, next := m.Ask.held, m.Ask.next
	m.Ask.held, m.Ask.next = false, ""
	m.Ask.found.made, m.Ask.found.list = true, q.Table.All()
	switch {
	case q.Err != "":
		m.Ask.practising = false
		return m.notifyError("No questions can be asked about this scenario: " + q.Err + ".")
	case next != "":
		return m.askNext(next)
	case held:
		m.jumpTo(m.At + 1)
	}
	return nil
}

// askNext asks the question for which the practice has opened its scenario, or the next one if the lab does
// not make it any more.
func (m *Model) askNext(key string) []Cmd {
	i := slices.IndexFunc(m.Ask.found.list, func(q explained.Question) bool { return q.Key == key })
	if i >= 0 {
		return m.openQuestion(m.Ask.found.list[i])
	}
	m.Ask.done = append(m.Ask.done[:len(m.Ask.done):len(m.Ask.done)], key)
	return m.practiseNext()
}
