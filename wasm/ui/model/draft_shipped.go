package model

import (
	"closenotify/engine"
	"closenotify/scenarios"
)

// shippedDraft is a scenario of the library; ok is false if there is none of that name.
func shippedDraft(name string) (d Draft, ok bool) {
	s, ok := scenarios.Find(name)
	if !ok {
		return Draft{}, false
	}
	d, err := newDraft(s.Script)
	if err != nil {
		return Draft{}, false
	}
	d.Preset = s.Name
	d.Intro = introOf(s)
	return d, true
}

// introOf is the opening comment of a scenario. Some have their title and summary
// elsewhere.
func introOf(s scenarios.Scenario) []string {
	if len(s.Script.Intro) > 0 {
		return s.Script.Intro
	}
	return []string{s.Title, s.Summary}
}

// firstShippedDraft is the first scenario of the library, or an empty one.
func firstShippedDraft() Draft {
	for _, s := range scenarios.Library() {
		if d, ok := shippedDraft(s.Name); ok {
			return d
		}
	}
	return emptyDraft()
}

// emptyDraft is a new connection without any step.
func emptyDraft() Draft {
	world, err := engine.New(engine.Config{})
	if err != nil {
		panic(err) // the default configuration can always be run
	}
	h := engine.NewHistory(world)
	return Draft{Intro: []string{"New scenario"}, Config: world.Config(), History: h, Path: h.Path(0), Notes: map[engine.NodeID]string{}}
}
