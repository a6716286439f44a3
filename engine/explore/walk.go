package explore

import "closenotify/engine"

// Result is what a walk found.
type Result struct {
	States, Transitions int
	Disagreements       int    // recordings with which the engine disagrees
	Unconfirmed         int    // transitions that no recording confirms
	Missing             string // the shortest script of one of these, "" if there is none
	Modified            int    // see Graph.Modified
	KeyConflicts        int    // see transition.keyConflict
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
		if err := g.visit(func(t transition) error { r.check(g, t, recorded); return nil }); err != nil {
			return r, err
		}
		r.States += len(g.states)
		r.Disagreements += recorded.Disagreements[g.head()]
		r.Modified += g.modified()
	}
	return r, nil
}

// check counts one transition.
func (r *Result) check(g *Graph, t transition, recorded *Recorded) {
	r.Transitions++
	if !recorded.confirms(g, t) {
		r.Unconfirmed++
		if r.Missing == "" || len(t.path) < r.missingSteps {
			r.Missing, r.missingSteps = g.Script(t.path), len(t.path)
		}
	}
	if t.keyConflict {
		r.KeyConflicts++
	}
	for _, p := range t.broken() {
		r.note(Break{p, callOf(t.step.Op.String())}, g, t)
	}
}

// note counts a broken promise, and keeps the shortest script.
func (r *Result) note(b Break, g *Graph, t transition) {
	e := r.Broken[b]
	if e == nil {
		e = &Example{Steps: len(t.path) + 1}
		r.Broken[b] = e
	}
	e.Count++
	if len(t.path) < e.Steps {
		e.Steps, e.Script = len(t.path), g.Script(t.path)
	}
}
