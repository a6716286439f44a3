package model

import (
	"slices"

	"closenotify/engine"
	"closenotify/scenarios/predict/deck"
	"closenotify/scenarios/predict/explained"
)

// Ask is the predict mode: before a step that teaches something, the reader says what it will do.
type Ask struct {
	On       bool
	Question AskedQuestion   // the open one, if any
	together []AskedQuestion // those about the same step that were answered before the open one, and are shown after it
	done     []string        // keys of those that were answered or skipped since the scenario was opened
	found    found

	Deck     deck.Deck
	table    explained.Table // empty until it has been fetched
	fetching bool
	making   int  // the number of the newest MakeQuestions
	held     bool // somebody wants to step on, and the questions are being fetched
	wanted   bool // Practise waits for the questions

	practising bool
	practised  int    // how many questions were answered in the practice
	next       string // the key of the one that the lab is making for it, "" for none
}

// found are the questions of a branch.
type found struct {
	of    []engine.NodeID // its Path
	list  []explained.Question
	asked bool // the lab has been asked for them
	made  bool // and has answered
}

// maxAskedSteps is how many steps a branch has at most for which there are questions.
const maxAskedSteps = 200

// askStage is how far a question has come.
type askStage uint8

const (
	notOpen  askStage = iota
	asking            // the step has not been taken
	answered          // the step has been taken, and the answer is shown
)

// AskedQuestion is a question on the page.
type AskedQuestion struct {
	explained.Question
	stage  askStage
	chosen int      // the index of the choice
	links  []string // of the choices: the scenarios in which they are right
	reason int      // the index of the chosen reason, -1 before
}

// at is where the cursor is while the question is open.
func (q *AskedQuestion) at() int {
	if q.stage == asking {
		return q.Step - 1
	}
	return q.Step
}

// questions are those about the branch on the stage, as far as they have come: of a lesson, or from the lab.
func (m *Model) questions() []explained.Question {
	if !isSamePath(m.Ask.found.of, m.Path) {
		m.Ask.found = found{of: m.Path, list: m.lessonQuestions()}
	}
	return m.Ask.found.list
}

// lessonQuestions are those of the lesson on the stage, nil if its steps have been changed.
func (m *Model) lessonQuestions() []explained.Question {
	lesson, err := m.Library.Find(m.Preset)
	if err != nil || len(lesson.Script.Steps) != m.Len() {
		return nil
	}
	for i, step := range lesson.Script.Steps {
		if step.Op != m.Step(i+1).Op {
			return nil
		}
	}
	return m.Ask.table.OfLesson(m.Preset, m.connection())
}

// awaitsQuestions reports whether questions are on their way.
func (m *Model) awaitsQuestions() bool {
	m.questions()
	return m.Ask.fetching || m.Ask.found.asked && !m.Ask.found.made
}

// connection names the release and the version as explained.Question does.
func (m *Model) connection() string { return m.Config.Profile + " " + m.Config.Version.String() }

// openQuestions are those that are still to be asked, in their order. Nil if nothing is asked.
func (m *Model) openQuestions() (list []explained.Question) {
	if !m.Ask.On {
		return nil
	}
	for _, q := range m.questions() {
		if !slices.Contains(m.Ask.done, q.Key) {
			list = append(list, q)
		}
	}
	return list
}

// hides reports whether what step i does must not be told yet.
func (m *Model) hides(i int) bool { return m.Ask.On && i > m.At && !m.Static }

// covers reports whether nothing may tell of the whole scenario: a question ahead is still to be asked.
func (m *Model) covers() bool {
	return m.Ask.On && m.awaitsQuestions() || slices.ContainsFunc(m.openQuestions(), func(q explained.Question) bool { return q.Step > m.At })
}

// futureShown is the setting as it holds now: questions need a hidden future.
func (m *Model) futureShown() string {
	if m.Ask.On {
		return "hidden"
	}
	return m.Future
}
