package explore

import (
	"strings"

	"closenotify/engine"
)

// Transition is one edge of the Graph, taken at the end of the shortest script.
type Transition struct {
	Path          []engine.Op // its last is the transition's; valid until the visit returns
	Before, After engine.World
	Step          engine.Step
	// Last is set where no longer script of the walk begins with this one.
	Last bool
	// Astray is set where the transition, taken from the World to which the
	// shortest script leads, ends in another state than from the World that the
	// walk came upon first. Then the two should not have passed for one state.
	Astray bool

	data tracker // before the step
}

// Visit takes every transition, in an order in which scripts that begin alike
// stand together, until visit returns an error.
func (g *Graph) Visit(visit func(Transition) error) error {
	start, err := engine.New(g.config)
	if err != nil {
		return err
	}
	v := visitor{g, visit, nil}
	return v.state(0, start, tracker{})
}

type visitor struct {
	*Graph
	visit func(Transition) error
	path  []engine.Op
}

// state takes the transitions of a state. w is the World to which the shortest
// script leads: the state's own may have come another way.
func (v *visitor) state(i int, w engine.World, data tracker) error {
	for by, e := range v.states[i].out {
		after, step, err := w.Apply(e.op)
		if err != nil {
			return err
		}
		to := &v.states[e.to]
		tree := to.parent == i && to.by == by && len(to.out) > 0
		astray := key(after) != to.key
		v.path = append(v.path, e.op)
		if err := v.visit(Transition{v.path, w, after, step, !tree, astray, data}); err != nil {
			return err
		}
		if tree {
			if err := v.state(e.to, after, data.after(step)); err != nil {
				return err
			}
		}
		v.path = v.path[:len(v.path)-1]
	}
	return nil
}

// Script is the text of a path from the start of a connection.
func (g *Graph) Script(path []engine.Op) string {
	var b strings.Builder
	b.WriteString(g.head())
	for _, op := range path {
		b.WriteString(op.String() + "\n")
	}
	return b.String()
}

// head is the directives of the scripts.
func (g *Graph) head() string {
	head := "profile " + g.config.Profile + "\nversion " + g.config.Version.String() + "\nstart " + g.config.Start + "\n"
	if g.config.Transport != "" {
		head += "transport " + g.config.Transport + "\n"
	}
	return head
}

// Scripts are those of all transitions, but for those that a longer one begins
// with.
func (g *Graph) Scripts() ([]string, error) {
	var scripts []string
	err := g.Visit(func(t Transition) error {
		if t.Last {
			scripts = append(scripts, g.Script(t.Path))
		}
		return nil
	})
	return scripts, err
}
