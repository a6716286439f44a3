package main

import (
	"path/filepath"
	"strings"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// library runs scripts with the harnesses of the releases in a folder.
type library struct {
	folder    string
	harnesses map[string]*conformance.Harness // by profile
}

// profiles are the releases that can be had.
func profiles() (list []string) {
	for _, r := range conformance.Releases {
		if !r.Gone {
			list = append(list, r.Profile)
		}
	}
	return list
}

// play returns the trace of a script. What it says of bytes on the wire is left out if it is not
// compared.
func (l *library) play(text string) ([]string, error) {
	s, err := script.Parse(text)
	if err != nil {
		return nil, err
	}
	profile := s.Config.Profile
	h := l.harnesses[profile]
	if h == nil {
		h = conformance.NewHarness(filepath.Join(l.folder, "harness-"+strings.TrimPrefix(profile, engine.ProfilePrefix)))
		if l.harnesses == nil {
			l.harnesses = map[string]*conformance.Harness{}
		}
		l.harnesses[profile] = h
	}
	trace, err := h.Run(text)
	if err == nil && !conformance.WireIsCompared(text) {
		for i := range trace {
			trace[i] = conformance.WithoutWire(trace[i])
		}
	}
	return trace, err
}

// close ends the harnesses.
func (l *library) close() {
	for _, h := range l.harnesses {
		h.Close()
	}
}
