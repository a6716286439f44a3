package sheet

import (
	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/predict"
)

// budgetOfBuild is how many steps may be played to explain the choices of a question where nobody waits
// for it.
const budgetOfBuild = 60_000

// writer writes questions about a script that was played.
type writer struct {
	script script.Script
	h      engine.History
	path   []engine.NodeID
	budget int // how many steps may be played to explain the choices of a question
	link   LinkFunc
}

// LinkFunc makes a link that opens a script before a step, "" if a link cannot hold it.
type LinkFunc func(s script.Script, step int) string

// question makes a question with its explanations.
func (w writer) question(q predict.Question) Question {
	written := Question{Key: q.Key, Step: q.Step, Aspect: q.Aspect.String(), Text: q.Text, After: q.IsAfter()}
	if w.link != nil {
		written.Script = w.scriptTo(q).String()
	}
	for i, nearest := range predict.Explain(w.h, w.path, q, w.budget) {
		choice := writeChoice(q.Choices[i])
		if choice.Right = i == q.Right; choice.Right {
			choice.Why = predict.Why(w.h, w.path, q)
		}
		if nearest.Found {
			choice.Why = nearest.Sentence
			choice.Nearest = w.nearest(nearest)
		}
		written.Choice = append(written.Choice, choice)
	}
	if r, ok := predict.Because(w.h, w.path, q); ok {
		written.Reason = &Reason{r.Choices, r.Right, r.Rule.Name}
	}
	return written
}

// writeChoice makes a choice without what the scenario says about it.
func writeChoice(c predict.Choice) Choice {
	choice := Choice{Text: c.Text, Answer: answerOf(c.Answer)}
	for _, confusion := range c.Confusions {
		choice.Confusions = append(choice.Confusions, Confusion{confusion.ID, confusion.Belief, confusion.Truth, confusion.Source})
		choice.Why = confusion.Truth
	}
	return choice
}

// nearest makes the scenario in which a choice is right. The step that is asked about is narrated.
func (w writer) nearest(n predict.Nearest) *Nearest {
	near := w.scriptOf(n.Config, n.Ops)
	near.Steps[n.Asked-1].Note = n.Sentence
	written := Nearest{Step: n.Asked, Edits: len(n.Edits)}
	if w.link != nil {
		written.Link = w.link(near, n.Asked)
	} else { // the page makes it, and what follows from the connection is left out
		base := w.h.World(w.path[0]).Config()
		if n.Config.Profile == base.Profile {
			near.Config.Profile = ""
		}
		if n.Config.Version == base.Version {
			near.Config.Version = 0
		}
	}
	written.Script = near.String()
	return &written
}

// scriptTo is the script up to the step of a question, with the call that it asks about.
func (w writer) scriptTo(q predict.Question) script.Script {
	ops := make([]engine.Op, 0, q.Step+1)
	for _, id := range w.path[1 : q.Step+1] {
		ops = append(ops, w.h.Op(id))
	}
	if probe, ok := q.Probe(w.h, w.path); ok {
		ops = append(ops, probe)
	}
	return w.scriptOf(w.h.World(w.path[0]).Config(), ops)
}

// scriptOf is a script with these steps and the same programs.
func (w writer) scriptOf(c engine.Config, ops []engine.Op) script.Script {
	made := script.Script{Config: c.Sparse(), Programs: w.script.Programs}
	for _, op := range ops {
		made.Steps = append(made.Steps, script.Step{Op: op})
	}
	return made
}
