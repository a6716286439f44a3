package explore

import "closenotify/engine"

// Graph is the states that were reached from one start and the transitions between
// them.
type Graph struct {
	config engine.Config
	states []state // the start first
}

// state is a World that the walk came to, for all that have the same key.
type state struct {
	world  engine.World
	key    string
	digest uint64 // of world when it was found
	out    []edge
	// The shortest way here: from a state, by its edge of this number. The start
	// has the parent -1.
	parent, by int
}

// edge is a transition.
type edge struct {
	op engine.Op
	to int
}

// Explore walks the alphabets with a release and a version of TLS, and returns a
// Graph for each start that they have.
func Explore(profile string, version engine.Version, alphabets []Alphabet) ([]*Graph, error) {
	if err := checkPlans(); err != nil {
		return nil, err
	}
	var graphs []*Graph
	walkers := map[engine.Config]*walker{}
	for _, a := range alphabets {
		config := a.From
		config.Profile, config.Version = profile, version
		if config.Start == "" {
			config.Start = engine.DefaultStart
		}
		w := walkers[config]
		if w == nil {
			start, err := engine.New(config)
			if err != nil {
				return nil, err
			}
			w = newWalker(config, start)
			walkers[config] = w
			graphs = append(graphs, w.graph)
		}
		if err := w.walk(a); err != nil {
			return nil, err
		}
	}
	for _, g := range graphs {
		g.shorten()
	}
	return graphs, nil
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

// Disturbed is how many Worlds are no longer what they were when they were found:
// Apply has not left its receiver alone, or a World that grew out of the same one.
func (g *Graph) Disturbed() int {
	n := 0
	for _, s := range g.states {
		if digest(s.world) != s.digest {
			n++
		}
	}
	return n
}
