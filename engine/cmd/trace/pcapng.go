package main

import (
	"io"
	"strings"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/engine/script"
)

// pcapngFormat writes what goes over the wire, for Wireshark.
func pcapngFormat(s script.Script) (write func(io.Writer) error, err error) {
	w, err := engine.New(s.Config)
	if err != nil {
		return nil, err
	}
	steps := make([]engine.Step, len(s.Steps))
	for i, op := range s.Ops() {
		if w, steps[i], err = w.Apply(op); err != nil {
			return nil, err
		}
	}
	return func(out io.Writer) error {
		return capture.Write(out, s.Config, strings.Join(s.Intro, "\n"), steps)
	}, nil
}
