package model

import (
	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// shippedDraft is a scenario of the library; ok is false if there is none of that name.
func shippedDraft(name string, codes script.Codes) (d Draft, ok bool) {
	s, ok := scenarios.Find(name)
	if !ok {
		return Draft{}, false
	}
	d, err := newDraft(s.Script, codes)
	if err != nil {
		return Draft{}, false
	}
	d.Preset = s.Name
	return d, true
}

// emptyDraft is a new connection without any step.
func emptyDraft() Draft {
	world, err := engine.New(engine.Config{})
	if err != nil {
		panic(err) // the default configuration can always be run
	}
	h := engine.NewHistory(world)
	return Draft{Intro: []string{"New scenario"}, Config: world.Config(), WrittenFor: world.Config(), History: h, Path: h.Path(0), Notes: map[engine.NodeID]string{}}
}
