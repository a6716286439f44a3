package engine_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/replay"
)

// comparePlayed compares what was recorded with what the engine does.
func comparePlayed(t *testing.T, scripts map[string]string, recorded conformance.Traces, profile string) {
	for name, text := range scripts {
		for _, v := range engine.Versions {
			got, err := replay.Trace(conformance.WithProfile(text, profile, v.String()), func(engine.Step) {})
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
