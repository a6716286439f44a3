package sheet

import (
	"maps"
	"slices"

	"closenotify/scenarios/predict/explained"
)

// Explained is what the page shows of a lesson's questions. It asks them all before it shows the step:
// also what a return value means, with that value in the question.
func (l Lesson) Explained() []explained.Question {
	connections := make([][]string, len(l.Questions))
	for _, name := range slices.Sorted(maps.Keys(l.Connections)) {
		for _, i := range l.Connections[name] {
			connections[i] = append(connections[i], name)
		}
	}
	var list []explained.Question
	for i, q := range l.Questions {
		e := explained.Question{Key: q.Key, Lesson: l.Name, Step: q.Step, After: q.After, Connections: connections[i], Text: q.Text}
		for n, c := range q.Choice {
			choice := explained.Choice{Text: c.Text}
			if c.Right {
				e.Right, e.Why = n, c.Why
			} else {
				explainWrong(&choice, c)
			}
			e.Choices = append(e.Choices, choice)
		}
		if q.Reason != nil {
			e.Reasons, e.Because = q.Reason.Choices, q.Reason.Right
		}
		list = append(list, e)
	}
	return list
}

// explainWrong adds what is said about a wrong choice.
func explainWrong(choice *explained.Choice, c Choice) {
	if len(c.Confusions) > 0 {
		choice.Truth = c.Confusions[0].Truth
	}
	if c.Nearest != nil {
		choice.Why, choice.Script, choice.Step = c.Why, c.Nearest.Script, c.Nearest.Step
	}
}
