package replay

import (
	"fmt"
	"path/filepath"
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// Profiles are the profiles whose releases can be recorded.
func Profiles() []string {
	var profiles []string
	for _, r := range conformance.Releases {
		if !r.Gone {
			profiles = append(profiles, r.Profile)
		}
	}
	return profiles
}

// CheckTraces compares scripts, by name, with what is recorded of them in a file. If harnesses is not
// "", it records them first, with the harnesses in that folder. It returns what differs or went
// wrong, nil if nothing did.
func CheckTraces(file, harnesses string, scripts map[string]string) []error {
	if harnesses != "" {
		traces, err := recordTraces(harnesses, scripts)
		if err == nil {
			err = conformance.WriteTraces(file, traces)
		}
		if err != nil {
			return []error{err}
		}
	}
	recorded, err := conformance.ReadTraces(file)
	if err != nil {
		return []error{err}
	}
	return compareTraces(recorded, scripts)
}

// recordTraces runs scripts, by name, with the harnesses in a folder: under every release and in
// both versions. The keys of the traces are "PROFILE NAME VERSION".
func recordTraces(folder string, scripts map[string]string) (conformance.Traces, error) {
	all := conformance.Traces{}
	for _, profile := range Profiles() {
		h := conformance.NewHarness(filepath.Join(folder, "harness-"+strings.TrimPrefix(profile, engine.ProfilePrefix)))
		traces, err := h.RunForAll(profile, scripts)
		h.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", profile, err)
		}
		for key, trace := range traces {
			all[profile+" "+key] = trace
		}
	}
	return all, nil
}

// compareTraces plays the scripts and compares with what recordTraces returned for them. It
// returns what differs, nil if nothing does.
func compareTraces(recorded conformance.Traces, scripts map[string]string) []error {
	var list []error
	if want := len(Profiles()) * len(engine.Versions) * len(scripts); len(recorded) != want {
		list = append(list, fmt.Errorf("%d traces are recorded, want %d", len(recorded), want))
	}
	for _, profile := range Profiles() {
		for name, text := range scripts {
			for _, v := range engine.Versions {
				key := profile + " " + name + " " + v.String()
				got, err := Trace(conformance.WithProfile(text, profile, v.String()), func(engine.Step) {})
				if err != nil {
					list = append(list, fmt.Errorf("%s: %w", key, err))
				} else if diff, differ := conformance.Compare(text, recorded[key], got); differ {
					list = append(list, fmt.Errorf("%s: %v", key, diff))
				}
			}
		}
	}
	return list
}

// Trace compiles the programs of a script, plays it, and returns its trace: a JSON object for each
// step. It calls each after each step.
func Trace(text string, each func(engine.Step)) ([]string, error) {
	s, err := script.Parse(text)
	if err != nil {
		return nil, err
	}
	w, err := compile.Start(s)
	if err != nil {
		return nil, err
	}
	var trace []string
	err = s.Play(w, func(_ int, step engine.Step, w engine.World) {
		each(step)
		trace = append(trace, string(script.AppendJSON(nil, step, w)))
	})
	return trace, err
}
