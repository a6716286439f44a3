package pages

import (
	"closenotify/scenarios/stacks"
)

// stackView is a step with what other programs and languages say when it ends in this way.
type stackView struct {
	stacks.Row
	N        int    // the step
	Measured string // the last date on which a cell was measured
}

// stackViews are what the steps of a lesson look like elsewhere.
func stackViews(lesson string) []stackView {
	var all []stackView
	for _, row := range stacks.For(lesson) {
		v := stackView{Row: row, N: row.StepOf(lesson)}
		for _, c := range row.Cells {
			v.Measured = max(v.Measured, c.Measured)
		}
		all = append(all, v)
	}
	return all
}
