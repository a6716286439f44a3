// Package explained holds the questions of the lessons with their answers and explanations. To make them
// takes seconds, and the program that does would be a large part of the page. So they are made when the
// site is built, and the page fetches them as a text, which Parse reads.
package explained

import (
	"slices"
)

// Question is a question about a step of a lesson.
type Question struct {
	Key         string // see deck.Hash.Key
	Lesson      string
	Step        int
	After       bool     // it tells what the call returns, and asks what that means
	Connections []string // on which it is right: "openssl-3.5 tls1.3"
	Text        string
	Choices     []Choice
	Right       int    // the index of the right choice
	Why         string // the rule that decides the step, "" for none

	Reasons []string // sentences of rules, from which to choose the reason; nil for no such question
	Because int      // the index of the right one
}

// Choice is a choice. The right one has only a text.
type Choice struct {
	Text   string
	Truth  string // what somebody does not know who would take it for right, "" if that is not clear
	Why    string // where it would be right: "It would return 1 if …."
	Script string // the scenario in which it is right, "" for none; it names a release or a version only if it is another one
	Step   int    // of Script: the step that is asked about
}

// Table has the questions of all lessons. The zero Table is empty.
type Table struct{ questions []Question }

// New makes a Table. It keeps list.
func New(list []Question) Table { return Table{list} }

// Len is how many questions there are. What is different under other releases counts as another one.
func (t Table) Len() int { return len(t.questions) }

// All are the questions.
func (t Table) All() []Question { return t.questions }

// OfLesson lists the questions of a lesson on a connection, in the order of their steps.
func (t Table) OfLesson(lesson, connection string) (list []Question) {
	for _, q := range t.questions {
		if q.Lesson != lesson || !slices.Contains(q.Connections, connection) {
			continue
		}
		at := len(list)
		for at > 0 && list[at-1].Step > q.Step {
			at--
		}
		list = slices.Insert(list, at, q)
	}
	return list
}

// Find finds a question by its key, for a connection, "openssl-3.5 tls1.3"; "" is any.
func (t Table) Find(key, connection string) (q *Question, ok bool) {
	i := slices.IndexFunc(t.questions, func(q Question) bool {
		return q.Key == key && (connection == "" || slices.Contains(q.Connections, connection))
	})
	if i < 0 {
		return nil, false
	}
	return &t.questions[i], true
}
