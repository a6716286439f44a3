package model

import (
	"closenotify/engine"
	"closenotify/scenarios"
)

// shipped puts a scenario of the library on the stage.
func shipped(name string) (Work, bool) {
	s, ok := scenarios.Find(name)
	if !ok {
		return Work{}, false
	}
	w, err := newWork(s.Script)
	if err != nil {
		return Work{}, false
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

// fallback is the first scenario of the library, or an empty stage.
func fallback() Work {
	for _, s := range scenarios.Library() {
		if w, ok := shipped(s.Name); ok {
			return w
		}
	}
	return emptyWork()
}

// emptyWork is a connection just made, with no step yet.
func emptyWork() Work {
	world, err := engine.New(engine.Config{})
	if err != nil {
		panic(err) // the default configuration can always be run
	}
	h := engine.NewHistory(world)
	return Work{Intro: []string{"New scenario"}, Config: world.Config(), History: h, Path: h.Path(0), Notes: map[engine.NodeID]string{}}
}
