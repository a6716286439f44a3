package main

import "testing"

// allocations returns how many allocations a step makes on average. That no operation is
// refused has been checked before.
func allocations(m *mix) float64 {
	pass := testing.AllocsPerRun(3, func() {
		for i := range m.scripts {
			_, _ = apply(m.scripts[i].start, m.scripts[i].ops)
		}
	})
	return pass / float64(m.steps)
}
