package model

import (
	"closenotify/engine"
	"closenotify/scenarios"
)

// shippedDraft puts a scenario of the library on the stage.
func shippedDraft(name string) (Draft, bool) {
	s, ok := scenarios.Find(name)
	if !ok {
		return Draft{}, false
	}
	w, err := newDraft(s.Script)
	if err != nil {
		return Draft{}, false
	}
	w.Preset = s.Name
	w.Intro = introOf(s)
	return w, true
}

// introOf is the opening comment that belongs to a scenario.
func introOf(s scenarios.Scenario) []string {
	if len(s.Script.Intro) > 0 {
		return s.Script.Intro
	}
	return []string{s.Title, s.Summary}
}

// firstShippedDraft is the first scenario of the library, or an empty stage.
func firstShippedDraft() Draft {
	for _, s := range scenarios.Library() {
		if w, ok := shippedDraft(s.Name); ok {
			return w
		}
	}
	return emptyDraft()
}

// emptyDraft is a connection just made, with no step yet.
func emptyDraft() Draft {
	world, err := engine.New(engine.Config{})
	if err != nil {
		panic(err) // the default configuration can always be run
	}
	h := engine.NewHistory(world)
	return Draft{Intro: []string{"New scenario"}, Config: world.Config(), History: h, Path: h.Path(0), Notes: map[engine.NodeID]string{}}
}
