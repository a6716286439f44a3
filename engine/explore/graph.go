package explore

import "closenotify/engine"

// Graph has the states that were reached from one start, and the transitions between
// them.
type Graph struct {
	config engine.Config
	states []state // the first one is the start
}

// state stands for all Worlds with the same key.
type state struct {
	world  engine.World // the first that was found
	key    string
	digest uint64 // of world, when it was found
	out    []edge
	// The last transition of the shortest script that leads here: parent is the index of
	// a state, by that of its edge. The start has the parent -1.
	parent, by int
}

// edge is a transition.
type edge struct {
	op engine.Op
	to int
}

// Explore walks the alphabets with a profile and a version of TLS, and returns a Graph for
// each different start of the alphabets.
func Explore(profile string, version engine.Version, alphabets []Alphabet) ([]*Graph, error) {
	if err := checkLayouts(); err != nil {
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

// shorten finds the shortest script for each state. Its steps may be of different
// alphabets.
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

// modified returns how many Worlds are no longer what they were when they were found. Then
// Apply has modified its receiver, or a World that shares memory with it.
func (g *Graph) modified() int {
	n := 0
	for _, s := range g.states {
		if digest(s.world) != s.digest {
			n++
		}
	}
	return n
}
