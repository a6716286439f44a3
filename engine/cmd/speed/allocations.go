package main

import "testing"

// allocations returns how many allocations a step makes on average. That no operation is
// refused has been checked before.
func allocations(set *scriptSet) float64 {
	pass := testing.AllocsPerRun(3, func() {
		for i := range set.scripts {
			_, _ = apply(set.scripts[i].start, set.scripts[i].ops)
		}
	})
	return pass / float64(set.steps)
}
