package explore

import "closenotify/engine"

// Result is what a walk found.
type Result struct {
	States, Transitions int
	Disagreements       int    // recordings with which the engine disagrees
	Unconfirmed         int    // transitions that no recording confirms
	Missing             string // the shortest script of one of these, "" if there is none
	Modified            int    // see Graph.Modified
	KeyConflicts        int    // see Transition.KeyConflict
	Broken              map[Break]*Example

	missingSteps int // of Missing
}

// Break is a promise and the call or step that breaks it.
type Break struct {
	Promise Promise
	Call    string // its first word, "SSL_read" or "inject"
}

// Example is the shortest script that ends with a Break.
type Example struct {
	Script string
	Steps  int // of Script
	Count  int // of transitions with this Break
}

// Walk explores the alphabets with a profile and a version, and checks every transition.
func Walk(profile string, version engine.Version, alphabets []Alphabet, recorded *Recorded) (Result, error) {
	r := Result{Broken: map[Break]*Example{}}
	graphs, err := Explore(profile, version, alphabets)
	if err != nil {
		return r, err
	}
	for _, g := range graphs {
		if err := g.Visit(func(t Transition) error { r.check(g, t, recorded); return nil }); err != nil {
			return r, err
		}
		r.States += g.States()
		r.Disagreements += recorded.Disagreements[g.head()]
		r.Modified += g.Modified()
	}
	return r, nil
}

// check counts one transition.
func (r *Result) check(g *Graph, t Transition, recorded *Recorded) {
	r.Transitions++
	if !recorded.Confirms(g, t) {
		r.Unconfirmed++
		if r.Missing == "" || len(t.Path) < r.missingSteps {
			r.Missing, r.missingSteps = g.Script(t.Path), len(t.Path)
		}
	}
	if t.KeyConflict {
		r.KeyConflicts++
	}
	for _, p := range t.Broken() {
		r.note(Break{p, callOf(t.Step.Op.String())}, g, t)
	}
}

// note counts a broken promise, and keeps the shortest script.
func (r *Result) note(b Break, g *Graph, t Transition) {
	e := r.Broken[b]
	if e == nil {
		e = &Example{Steps: len(t.Path) + 1}
		r.Broken[b] = e
	}
	e.Count++
	if len(t.Path) < e.Steps {
		e.Steps, e.Script = len(t.Path), g.Script(t.Path)
	}
}
