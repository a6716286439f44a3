package main

import "testing"

// allocations is how many a step makes on average. An operation that the engine
// refuses has been found before.
func allocations(m *mix) float64 {
	pass := testing.AllocsPerRun(3, func() {
		for i := range m.scripts {
			_, _ = apply(m.scripts[i].start, m.scripts[i].ops)
		}
	})
	return pass / float64(m.steps)
}
