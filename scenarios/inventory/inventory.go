package inventory

import (
	"fmt"
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/predict"
)

// Form is a sheet of questions.
type Form struct {
	Name  string // "a" or "b", as in addresses
	Items []Item
}

// Label is the name as people read it: "A".
func (f Form) Label() string { return string(f.Name[0] - 'a' + 'A') }

// Item is a question with the steps that come before it.
type Item struct {
	N         int // from 1
	Confusion *predict.Confusion
	Lesson    string // which clears it up
	Script    script.Script
	History   engine.History
	Path      []engine.NodeID // to the step that is asked about, that step included
	Question  predict.Question
	Stands    [][]*predict.Confusion // for each choice the misconceptions that it stands for
}

// Shown is the moment before the step that is asked about.
func (i Item) Shown() engine.NodeID { return i.Path[len(i.Path)-2] }

// Forms makes both forms, A first.
func Forms() ([]Form, error) {
	forms := []Form{{Name: "a"}, {Name: "b"}}
	for n, r := range rows {
		for f := range forms {
			item, err := r.item(n+1, r.scripts[f])
			if err != nil {
				return nil, fmt.Errorf("inventory: item %d of form %s: %w", n+1, forms[f].Name, err)
			}
			forms[f].Items = append(forms[f].Items, item)
		}
	}
	return forms, nil
}

// item makes an item from a script.
func (r row) item(n int, text string) (Item, error) {
	confusion, ok := predict.ConfusionNamed(r.confusion)
	if !ok {
		return Item{}, fmt.Errorf("there is no misconception %q", r.confusion)
	}
	s, err := script.Parse(text)
	if err != nil {
		return Item{}, err
	}
	h, tip, err := s.Run()
	if err != nil {
		return Item{}, err
	}
	i := Item{N: n, Confusion: confusion, Lesson: r.lesson, Script: s, History: h, Path: h.Path(tip)}
	questions := predict.Questions(h, i.Path, len(i.Path)-1)
	at := slices.IndexFunc(questions, func(q predict.Question) bool { return q.Aspect == confusion.Aspect })
	if at < 0 {
		return Item{}, fmt.Errorf("the last step is not asked about (%s)", confusion.Aspect)
	}
	i.Question = questions[at]
	for _, c := range i.Question.Choices {
		i.Stands = append(i.Stands, standsFor(c, confusion))
	}
	return i, nil
}

// standsFor are the misconceptions that a choice stands for. In the item about one of them it
// stands for that alone.
func standsFor(c predict.Choice, about *predict.Confusion) []*predict.Confusion {
	if slices.Contains(c.Confusions, about) {
		return []*predict.Confusion{about}
	}
	return c.Confusions
}
