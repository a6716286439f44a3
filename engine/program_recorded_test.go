package engine_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// comparePlayed compares what was recorded with what the engine does.
func comparePlayed(t *testing.T, scripts map[string]string, recorded conformance.Traces, profile string) {
	for name, text := range scripts {
		for _, v := range engine.Versions {
			got, err := playScript(conformance.WithProfile(text, profile, v.String()), func(engine.Step) {})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if diff, differ := conformance.Compare(text, recorded[name+" "+v.String()], got); differ {
				t.Errorf("%s %s: %v", name, v, diff)
			}
		}
	}
}

// playScript compiles the programs of a script and plays it. It calls each after each step.
func playScript(text string, each func(engine.Step)) (trace []string, err error) {
	s, err := script.Parse(text)
	if err != nil {
		return nil, err
	}
	w, err := compile.Start(s)
	if err != nil {
		return nil, err
	}
	err = s.Play(w, func(_ int, step engine.Step, w engine.World) {
		each(step)
		trace = append(trace, string(script.AppendJSON(nil, step, w)))
	})
	return trace, err
}
