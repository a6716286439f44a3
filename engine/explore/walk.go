package explore

import "closenotify/engine"

// Result is what a walk found.
type Result struct {
	States, Transitions int
	Disagreements       int    // recordings with which the engine disagrees
	Unconfirmed         int    // transitions that no recording confirms
	Missing             string // the shortest script of one, "" for none
	Disturbed           int    // Worlds that Apply did not leave alone
	Astray              int    // transitions that tell two Worlds of a state apart
	Broken              map[Break]*Instance

	missing int // steps of Missing
}

// Break is a kind of broken promise.
type Break struct {
	Promise Promise
	Call    string // the verb that breaks it
}

// Instance is the shortest script that shows a Break, and how many transitions do.
type Instance struct {
	Script string
	Steps  int
	Times  int
}

// Walk explores the connections of a profile and version and checks every
// transition.
func Walk(profile string, version engine.Version, alphabets []Alphabet, recorded *Recorded) (Result, error) {
	r := Result{Broken: map[Break]*Instance{}}
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
		r.Disturbed += g.Disturbed()
	}
	return r, nil
}

// check looks at one transition.
func (r *Result) check(g *Graph, t Transition, recorded *Recorded) {
	r.Transitions++
	if !recorded.Confirms(g, t) {
		r.Unconfirmed++
		if r.Missing == "" || len(t.Path) < r.missing {
			r.Missing, r.missing = g.Script(t.Path), len(t.Path)
		}
	}
	if t.Astray {
		r.Astray++
	}
	for _, p := range t.Broken() {
		r.note(Break{p, t.Step.Op.Verb.String()}, g, t)
	}
}

// note counts a broken promise.
func (r *Result) note(b Break, g *Graph, t Transition) {
	known := r.Broken[b]
	if known == nil {
		known = &Instance{Steps: len(t.Path) + 1}
		r.Broken[b] = known
	}
	known.Times++
	if len(t.Path) < known.Steps {
		known.Steps, known.Script = len(t.Path), g.Script(t.Path)
	}
}
