package model

import (
	"errors"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// shippedDraft is a scenario of the library. The error is script.NotCompiled if codes have not all
// of its programs.
func shippedDraft(name string, codes script.Codes) (Draft, error) {
	s, ok := scenarios.Find(name)
	if !ok {
		return Draft{}, errors.New("there is no shipped scenario called " + name)
	}
	d, err := newDraft(s.Script, codes)
	d.Preset = s.Name
	return d, err
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
