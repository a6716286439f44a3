package explore

import "closenotify/engine"

// Graph is the states that were reached and the transitions between them.
type Graph struct {
	config engine.Config
	states []state // the start first
}

// state is a World that the walk came to, for all that have the same key.
type state struct {
	world engine.World
	out   []edge
	// The shortest way here: from a state, by its edge of this number. The start
	// has the parent -1.
	parent, by int
}

// edge is a transition.
type edge struct {
	op engine.Op
	to int
}

// Config is the start of a walk: a connection just established.
func Config(profile string, version engine.Version) engine.Config {
	return engine.Config{Profile: profile, Version: version, Start: engine.DefaultStart}
}

// Explore walks the alphabets from the start of a connection.
func Explore(config engine.Config, alphabets []Alphabet) (*Graph, error) {
	start, err := engine.New(config)
	if err != nil {
		return nil, err
	}
	w := &walker{graph: &Graph{config: config}, index: map[string]int{}, taken: map[taken]int{}}
	w.state(start)
	for _, a := range alphabets {
		if err := w.walk(a); err != nil {
			return nil, err
		}
	}
	w.graph.shorten()
	return w.graph, nil
}

// walker builds a Graph.
type walker struct {
	graph *Graph
	index map[string]int // of a state, by key
	taken map[taken]int  // where a transition leads
}

type taken struct {
	from int
	op   engine.Op
}

// state finds or adds the state of w.
func (w *walker) state(world engine.World) int {
	k := key(world)
	i, ok := w.index[k]
	if !ok {
		i = len(w.graph.states)
		w.index[k] = i
		w.graph.states = append(w.graph.states, state{world: world, parent: -1})
	}
	return i
}

// walk adds what one alphabet reaches, breadth first.
func (w *walker) walk(a Alphabet) error {
	ops, err := a.Ops()
	if err != nil {
		return err
	}
	seen := map[int]bool{0: true}
	frontier := []int{0}
	for depth := 0; depth < a.Depth && len(frontier) > 0; depth++ {
		var next []int
		for _, from := range frontier {
			if !small(w.graph.states[from].world) {
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

// take adds a transition, once, and returns where it leads.
func (w *walker) take(from int, op engine.Op) (int, error) {
	if to, ok := w.taken[taken{from, op}]; ok {
		return to, nil
	}
	world, _, err := w.graph.states[from].world.Apply(op)
	if err != nil {
		return 0, err
	}
	to := w.state(world)
	w.taken[taken{from, op}] = to
	w.graph.states[from].out = append(w.graph.states[from].out, edge{op, to})
	return to, nil
}

// shorten finds the shortest way to each state over all transitions, whichever
// alphabet they are of.
func (g *Graph) shorten() {
	seen := make([]bool, len(g.states))
	seen[0] = true
	for queue := []int{0}; len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		for by, e := range g.states[from].out {
			if !seen[e.to] {
				seen[e.to] = true
				g.states[e.to].parent, g.states[e.to].by = from, by
				queue = append(queue, e.to)
			}
		}
	}
}

// States is how many there are.
func (g *Graph) States() int { return len(g.states) }

// Transitions is how many there are.
func (g *Graph) Transitions() int {
	n := 0
	for _, s := range g.states {
		n += len(s.out)
	}
	return n
}
