package pages

import (
	"cmp"
	"slices"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/script"
)

// differenceView is a step that ends otherwise under some releases or versions.
type differenceView struct {
	N        int
	Outcomes variants
}

// differences compares what the calls of a script return under every release and version.
func differences(s script.Script) ([]differenceView, error) {
	all := make([]differenceView, len(s.Steps))
	err := everywhere(s, func(p engine.Profile, v engine.Version, steps []engine.Step) {
		for i, step := range steps {
			all[i].N = i + 1
			all[i].Outcomes.add(outcome(step), p, v)
		}
	})
	return slices.DeleteFunc(all, func(d differenceView) bool { return len(d.Outcomes) < 2 }), err
}

// outcome is what a step returned.
func outcome(s engine.Step) string { return cmp.Or(explain.Outcome(s), "no result") }
