package model

import (
	"errors"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// shippedDraft is a scenario of the library, or its code. The error is script.NotCompiled if codes
// have not all of its programs, and scenarios.ErrNotFetched if the library does not have it yet.
func shippedDraft(lib scenarios.Library, name string, codes script.Codes) (Draft, error) {
	s, err := lib.Find(name)
	if errors.Is(err, scenarios.ErrNotShipped) {
		err = errors.New("there is no shipped scenario called " + name)
	}
	if err != nil {
		return Draft{}, err
	}
	d, err := newDraft(s.Script, codes)
	d.Preset = s.Name
	if e := lib.Entry(name); err == nil && e.Challenge != "" {
		d.beginTask(e)
	}
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

// isCode reports whether a name is that of the code of a shipped scenario.
func isCode(preset string) bool { return scenarios.LessonOf(preset) != preset }
