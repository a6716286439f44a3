// Package sheet writes questions with all that is said after the answer, as JSON and as text: for the
// site, which has a file for each lesson, and for checks from outside, which compare the answers with
// the real library.
//
// Each line of a trace that the real library makes of Question.Script decides its question: the last
// line, or for the aspect "flags" what has changed since the line before it.
package sheet

import (
	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/predict"
)

// Question is a question with its explanations.
type Question struct {
	Key    string   `json:"key"`
	Step   int      `json:"step"`
	Aspect string   `json:"aspect"`
	Text   string   `json:"question"`
	After  bool     `json:"after,omitempty"`  // it is asked after the step
	Pick   bool     `json:"pick,omitempty"`   // it is among the best of the scenario
	Script string   `json:"script,omitempty"` // to the step; for the aspect "peer" with the other peer's read
	Choice []Choice `json:"choices"`
	Reason *Reason  `json:"because,omitempty"`
}

// Choice is a choice with what is said about it.
type Choice struct {
	Text       string      `json:"text"`
	Right      bool        `json:"right,omitempty"`
	Answer     Answer      `json:"answer"`
	Why        string      `json:"why"` // a sentence; "" if nothing is known
	Confusions []Confusion `json:"confusions,omitempty"`
	Nearest    *Nearest    `json:"nearest,omitempty"` // of a wrong one: where it is right
}

// Answer is the answer in the words of a trace. Which keys there are depends on the aspect.
type Answer struct {
	Blocked bool     `json:"blocked,omitempty"`
	Ret     *int     `json:"ret,omitempty"`
	Bytes   *int     `json:"bytes,omitempty"`
	Error   string   `json:"error,omitempty"`
	Client  *Change  `json:"client,omitempty"`
	Server  *Change  `json:"server,omitempty"`
	Sent    []string `json:"sent,omitempty"` // nothing if it is left out
	Meaning string   `json:"meaning,omitempty"`
}

// Change says which flags of a peer change.
type Change struct {
	Set     string `json:"set"`
	Cleared string `json:"cleared"`
}

// Confusion is a confusion with which somebody takes a choice.
type Confusion struct {
	ID     string `json:"id"`
	Belief string `json:"belief"`
	Truth  string `json:"truth"`
	Source string `json:"source"`
}

// Nearest is the scenario with the fewest edits in which a choice is right.
type Nearest struct {
	Script string `json:"script"`
	Step   int    `json:"step"`           // that is asked about
	Edits  int    `json:"edits"`          // how many
	Link   string `json:"link,omitempty"` // opens before the step; "" if it cannot be written
}

// Reason is the question "because …".
type Reason struct {
	Choices []string `json:"choices"`
	Right   int      `json:"right"`
	Rule    string   `json:"rule"`
}

// Of makes the questions about a script that was played: all, or only the best.
func Of(s script.Script, h engine.History, path []engine.NodeID, all bool, link LinkFunc) []Question {
	picks := predict.Picks(h, path)
	picked := map[string]bool{}
	for _, q := range picks {
		picked[q.Key] = true
	}
	if all {
		picks = nil
		for i := 1; i < len(path); i++ {
			picks = append(picks, predict.Questions(h, path, i)...)
		}
	}
	var list []Question
	w := writer{s, h, path, budgetOfBuild, link}
	for _, q := range picks {
		written := w.question(q)
		written.Pick = picked[q.Key]
		list = append(list, written)
	}
	return list
}
