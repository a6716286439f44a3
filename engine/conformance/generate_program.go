package conformance

import "math/rand/v2"

// programs writes a program for a peer, or one for each.
func (g *generator) programs(o Options) {
	first := g.r.IntN(2)
	for i := range 2 {
		peer := (first + i) % 2
		if i == 1 && g.chance(60) {
			break
		}
		g.program(peer, o)
	}
}

// program writes one of the programs that the options have.
func (g *generator) program(peer int, o Options) {
	kind := g.kindOfProgram()
	switch kind {
	case renegotiates:
		g.renegotiated = true
	case clears:
		g.clear(peer)
	}
	number := uint64(g.r.IntN(o.Programs))
	g.line("program " + peers[peer])
	g.text.WriteString(randomProgram(rand.New(rand.NewPCG(o.Seed, number*uint64(programKinds)+uint64(kind))), kind))
	g.line(programEnd)
	g.runs[peer] = true
}

// kindOfProgram picks a kind that leaves handshakes alone where they could be damaged, as
// newHandshake does for calls by hand.
func (g *generator) kindOfProgram() programKind {
	switch {
	case g.subset >= Everything && g.theme.favours(renegotiation) && g.chance(60):
		return renegotiates
	case g.subset >= Whole && !g.theme.favours(renegotiation) && !g.unsized && g.cleared == [2]bool{} && g.chance(10):
		return clears
	}
	return closes
}

// hasProgram reports whether a peer runs a program.
func (g *generator) hasProgram() bool { return g.runs != [2]bool{} }

// maxRuns is how often a script has the step run, which may stand for 1,000 calls.
const maxRuns = 2

// programStep returns a step of a program, also of a peer without one.
func (g *generator) programStep() string {
	if g.chance(10) && g.played < maxRuns {
		g.played++
		return "run"
	}
	peer := g.r.IntN(2)
	if !g.runs[peer] && g.chance(90) {
		peer = 1 - peer
	}
	if g.chance(10) {
		return peers[peer] + " timeout"
	}
	return peers[peer] + " next"
}

// end lets the programs go on to their ends, in most scripts.
func (g *generator) end() {
	if g.hasProgram() && g.chance(60) {
		g.line("run")
	}
}
