package model

import (
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
)

// maxComparedSteps is how many steps are played under all releases: with more, one call
// more would be felt.
const maxComparedSteps = 1000

// maxComparedInstructions of programs are run for it, under all releases together.
const maxComparedInstructions = 100_000_000

// AllRuns are the steps of the branch on the stage, played under every release and version
// at once. Only the Worlds after the last step are kept.
type AllRuns struct {
	groups  []runGroup
	of      []engine.NodeID          // the Path of the stage as far as it was played
	history engine.History           // that of the stage then
	ran     int                      // instructions of programs
	missing []script.TranslationUnit // programs without which some releases cannot be played
	refused []refusedRun
}

// runGroup are runs that have done the same in every step, sizes included. The first one
// stands for all.
type runGroup struct {
	runs        []singleRun
	result      StepComparison // with the stage
	first       int            // the first step that differs from the stage like this, 0 for none
	difference  string         // the first thing that differs in it
	outcome     CompareCell    // of it
	differences []engine.Difference
	undecided   []engine.Difference // those of the last steps that no step has shown yet
}

// singleRun is one configuration and the World after the last step.
type singleRun struct {
	config engine.Config
	world  engine.World
}

// play plays what is new on the branch.
func (a *AllRuns) play(d *Draft) {
	if a.of == nil || !isPrefix(a.of, d.Path) || !a.history.Shares(d.History, a.of[len(a.of)-1]) {
		a.begin(d)
	}
	a.history = d.History
	for len(a.of) < len(d.Path) && len(a.of) <= maxComparedSteps && a.ran < maxComparedInstructions {
		a.step(d, len(a.of))
		a.ran += instructionsOf(d.History, d.Path[len(a.of)]) * len(engine.Profiles()) * len(engine.Versions)
		a.of = append(a.of[:len(a.of):len(a.of)], d.Path[len(a.of)])
	}
}

// compared is how many steps were played, if the branch is longer; else 0.
func (a *AllRuns) compared(d *Draft) int {
	if len(a.of) < len(d.Path) {
		return len(a.of) - 1
	}
	return 0
}

// begin begins with one group of all configurations, those with the version of the stage
// first.
func (a *AllRuns) begin(d *Draft) {
	*a = AllRuns{of: d.Path[:1:1]}
	all := runGroup{result: Alike}
	for _, v := range versionsFrom(d.Config.Version) {
		for _, p := range ReleasesByLine() {
			c := d.Config
			c.Profile, c.Version = p.Name, v
			w, err := d.start(c)
			if err != nil {
				a.lacks(c, err)
				continue
			}
			all.runs = append(all.runs, singleRun{c, w})
		}
	}
	a.missing = withoutDoubles(a.missing)
	a.groups = []runGroup{all}
}

// versionsFrom lists all versions, v first.
func versionsFrom(v engine.Version) []engine.Version {
	list := []engine.Version{v}
	for _, other := range engine.Versions {
		if other != v {
			list = append(list, other)
		}
	}
	return list
}

// step plays step i of the branch, which splits groups.
func (a *AllRuns) step(d *Draft, i int) {
	stage := playedStep{d.History.World(d.Path[i-1]), d.History.World(d.Path[i]), d.Step(i)}
	var groups []runGroup
	for _, g := range a.groups {
		for _, part := range g.split(stage.step.Op) {
			part.compareWith(&stage, i)
			groups = append(groups, part.runGroup)
		}
	}
	a.groups = groups
}

// splitGroup is a part of a group, with what its first run did in the step.
type splitGroup struct {
	runGroup
	played playedStep
}

// split plays op and divides the group into those that did the same. A configuration that
// cannot run op is left out.
func (g runGroup) split(op engine.Op) []splitGroup {
	var parts []splitGroup
	for _, r := range g.runs {
		after, step, err := r.world.Apply(op)
		if err != nil {
			continue
		}
		played := playedStep{r.world, after, step}
		r.world = after
		k := slices.IndexFunc(parts, func(p splitGroup) bool {
			result, _ := compareSteps(p.played, played)
			return result == Alike
		})
		if k < 0 {
			k = len(parts)
			part := g
			part.runs = nil
			parts = append(parts, splitGroup{part, played})
		}
		parts[k].runs = append(parts[k].runs, r)
	}
	return parts
}

// compareWith compares the group with step i of the stage. What releases do differently in
// a step may show only later, see nameDifferences.
func (g *splitGroup) compareWith(stage *playedStep, i int) {
	if g.result == Differs {
		return
	}
	if own := stage.step.DifferencesFrom(g.played.step); len(own) > 0 {
		g.undecided = own
	}
	result, difference := compareSteps(*stage, g.played)
	if result == Alike || result == g.result {
		return
	}
	g.result, g.first, g.difference = result, i, difference
	g.outcome = outcomeCell(g.played.step, g.played.after)
	if result == Differs {
		g.differences = g.undecided
	}
}

// isPrefix reports whether a path begins with another.
func isPrefix(start, path []engine.NodeID) bool {
	return len(start) <= len(path) && slices.Equal(start, path[:len(start)])
}
