package main

import (
	"io"
	"strings"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// pcapngFormat writes what goes over the wire, for Wireshark.
func pcapngFormat(s script.Script) (write func(io.Writer) error, err error) {
	w, err := compile.Start(s)
	if err != nil {
		return nil, err
	}
	var steps []engine.Step
	err = s.Play(w, func(_ int, step engine.Step, _ engine.World) { steps = append(steps, step) })
	if err != nil {
		return nil, err
	}
	return func(out io.Writer) error {
		return capture.Write(out, s.Config, strings.Join(s.Intro, "\n"), steps)
	}, nil
}
