package model

import (
	"slices"
	"strconv"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/scenarios/predict/deck"
	"closenotify/scenarios/predict/explained"
)

// Limits of the questions about a scenario that is no lesson: how many there are, about how many steps
// they are looked for, and how many wrong choices one has.
const (
	maxOwn      = 4
	maxOwnTried = 12
	maxOwnWrong = 3
)

// ownQuestions ask what the calls return that fail, wait or close. The engine makes the wrong choices:
// what the call returns at another moment, for the other peer, after another step, in another release.
func (m *Model) ownQuestions() (list []explained.Question) {
	hash := deck.HashOf(m.Config)
	var seen []string
	for i := 1; i <= m.Len() && len(list) < maxOwn && len(seen) < maxOwnTried; i++ {
		step := m.Step(i)
		hash = hash.Step(step.Op)
		if line := explain.Line(step); isAskedAbout(step) && !slices.Contains(seen, line) {
			seen = append(seen, line)
			if q := m.ownQuestion(i); len(q.Choices) > 2 {
				q.Key = hash.Key(askAspects[0])
				list = append(list, q)
			}
		}
	}
	return list
}

// isAskedAbout reports whether there is something to predict about what a call returns.
func isAskedAbout(s engine.Step) bool {
	return s.Op.IsCall() && !s.Op.Verb.IsOfProgram() && returnsText(s) != "" && (s.Blocked || s.Ret <= 0 || s.CallVerb() == engine.VerbShutdown)
}

// returnsText is what a call returns, "" if it returns nothing.
func returnsText(s engine.Step) string {
	switch {
	case s.Blocked:
		return "It waits."
	case s.Returned && explain.ReturnText(s) != "":
		return "It returns " + strconv.Itoa(s.Ret) + "."
	}
	return ""
}

// ownQuestion is the question about step i, with the choices that are found.
func (m *Model) ownQuestion(i int) explained.Question {
	step := m.Step(i)
	right := returnsText(step)
	q := explained.Question{Step: i, Why: explain.Why(step), Choices: []explained.Choice{{Text: right}},
		Text: "The " + step.Op.Role.String() + " calls " + explain.CallText(step) + ". What does the call return?"}
	m.neighbours(i, func(s engine.Step, where string) bool {
		text := returnsText(s)
		if text != "" && !slices.ContainsFunc(q.Choices, func(c explained.Choice) bool { return c.Text == text }) {
			q.Choices = append(q.Choices, explained.Choice{Text: text, Why: "It does that " + where + "."})
		}
		return len(q.Choices) <= maxOwnWrong
	})
	for a := range q.Choices { // in the order of their texts, which gives nothing away
		for b := range a {
			if q.Choices[a].Text < q.Choices[b].Text {
				q.Choices[a], q.Choices[b] = q.Choices[b], q.Choices[a]
			}
		}
	}
	q.Right = slices.IndexFunc(q.Choices, func(c explained.Choice) bool { return c.Text == right })
	return q
}

// neighbours makes the call of step i at moments close by, until found has enough.
func (m *Model) neighbours(i int, found func(s engine.Step, where string) bool) {
	op := m.Step(i).Op
	try := func(w engine.World, op engine.Op, where string) bool {
		_, s, err := w.Apply(op)
		return err != nil || found(s, where)
	}
	before, after := m.History.World(m.Path[i-1]), m.History.World(m.Path[i])
	swapped := op
	swapped.Role = op.Role.Other()
	more := try(after, op, "if the call is made once more right after") &&
		try(before, swapped, "if the "+swapped.Role.String()+" makes the call here")
	if more && i > 1 {
		more = try(m.History.World(m.Path[i-2]), op, "if the call is made one step earlier")
	}
	for _, first := range before.Enabled() {
		if !more {
			return
		}
		if w, _, err := before.Apply(first); err == nil {
			more = try(w, op, "after "+first.String())
		}
	}
	for _, p := range engine.Profiles() {
		if s, ok := m.stepUnder(p.Name, i); more && ok {
			more = found(s, "in "+p.Label())
		}
	}
}
