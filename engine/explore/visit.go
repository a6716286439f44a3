package explore

import (
	"strings"

	"closenotify/engine"
)

// transition is one edge of the Graph, as the last step of a shortest script.
type transition struct {
	path          []engine.Op // the steps of that script; valid until the visit returns
	before, after engine.World
	step          engine.Step
	// last is true if no longer script begins with this one.
	last bool
	// keyConflict is true if two Worlds with the same key go to different states. Then
	// the key lacks something: the World that the walk found first went to one state,
	// the World to which the shortest script leads to another.
	keyConflict bool

	data tracker // of the World before
}

// visit calls visit for every transition, until it returns an error. Scripts with the same
// beginning follow each other.
func (g *Graph) visit(visit func(transition) error) error {
	start, err := engine.New(g.config)
	if err != nil {
		return err
	}
	v := visitor{Graph: g, yield: visit}
	return v.visitState(0, start, tracker{})
}

type visitor struct {
	*Graph
	yield func(transition) error
	path  []engine.Op
}

// visitState takes the transitions of a state. w is the World to which the shortest script
// leads. The state's own World may have been found by another one.
func (v *visitor) visitState(i int, w engine.World, data tracker) error {
	for by, e := range v.states[i].out {
		after, step, err := w.Apply(e.op)
		if err != nil {
			return err
		}
		to := &v.states[e.to]
		goesOn := to.parent == i && to.by == by && len(to.out) > 0
		v.path = append(v.path, e.op)
		if err := v.yield(transition{v.path, w, after, step, !goesOn, key(after) != to.key, data}); err != nil {
			return err
		}
		if goesOn {
			if err := v.visitState(e.to, after, data.withStep(step)); err != nil {
				return err
			}
		}
		v.path = v.path[:len(v.path)-1]
	}
	return nil
}

// Script returns the text of a script with these steps.
func (g *Graph) Script(path []engine.Op) string {
	var b strings.Builder
	b.WriteString(g.head())
	for _, op := range path {
		b.WriteString(op.String() + "\n")
	}
	return b.String()
}

// head returns the directives of the scripts.
func (g *Graph) head() string {
	head := "profile " + g.config.Profile + "\nversion " + g.config.Version.String() + "\nstart " + g.config.Start + "\n"
	if g.config.Transport != "" {
		head += "transport " + g.config.Transport + "\n"
	}
	return head
}

// Scripts returns those of all transitions, except the ones with which a longer one
// begins.
func (g *Graph) Scripts() ([]string, error) {
	var scripts []string
	err := g.visit(func(t transition) error {
		if t.last {
			scripts = append(scripts, g.Script(t.path))
		}
		return nil
	})
	return scripts, err
}
