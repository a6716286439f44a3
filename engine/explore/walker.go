package explore

import (
	"closenotify/engine"
	"closenotify/engine/conformance"
)

// walker builds a Graph.
type walker struct {
	graph   *Graph
	index   map[string]int    // of the state with a key
	targets map[departure]int // the state to which a transition leads

	// A release that is gone was recorded when the harness let a sender write after its
	// FIN. Transitions in which a sender does so are left out.
	gone bool
}

// departure is a state and the operation with which a transition leaves it.
type departure struct {
	from int
	op   engine.Op
}

func newWalker(config engine.Config, start engine.World) *walker {
	w := &walker{graph: &Graph{config: config}, index: map[string]int{}, targets: map[departure]int{}}
	release, ok := conformance.ReleaseOf(config.Profile)
	w.gone = ok && release.Gone
	w.state(start)
	return w
}

// state returns the index of the World's state, and adds it if it is new.
func (w *walker) state(world engine.World) int {
	k := key(world)
	i, ok := w.index[k]
	if !ok {
		i = len(w.graph.states)
		w.index[k] = i
		w.graph.states = append(w.graph.states, state{world: world, key: k, digest: digest(world), parent: -1})
	}
	return i
}

// walk adds the states that one alphabet reaches, breadth first.
func (w *walker) walk(a Alphabet) error {
	ops, err := a.ops()
	if err != nil {
		return err
	}
	seen := map[int]bool{0: true}
	frontier := []int{0}
	for depth := 0; depth < a.Depth && len(frontier) > 0; depth++ {
		var next []int
		for _, from := range frontier {
			if !a.walksFrom(w.graph.states[from].world) {
				continue
			}
			for _, op := range ops {
				to, err := w.take(from, op)
				if err != nil {
					return err
				}
				if !seen[to] {
					seen[to] = true
					next = append(next, to)
				}
			}
		}
		frontier = next
	}
	return nil
}

// take returns the state to which a transition leads, and adds it if it is new.
func (w *walker) take(from int, op engine.Op) (int, error) {
	if to, ok := w.targets[departure{from, op}]; ok {
		return to, nil
	}
	world, step, err := w.graph.states[from].world.Apply(op)
	if err != nil || w.gone && step.Fired(engine.RuleWriteAfterFIN) {
		return from, err
	}
	to := w.state(world)
	w.targets[departure{from, op}] = to
	w.graph.states[from].out = append(w.graph.states[from].out, edge{op, to})
	return to, nil
}
