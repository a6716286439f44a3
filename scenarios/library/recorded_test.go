package library

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// What each release of OpenSSL did with the scripts of a lesson is recorded in its recorded.gz.
// To record it, build the harnesses in engine/conformance and run
//
//	go test ./scenarios/library -run TestRecorded/NAME -record DIR
var record = flag.String("record", "", "record the lessons again with the harnesses in this folder")

// TestRecorded: under every release and version the scripts of each lesson do what OpenSSL did.
func TestRecorded(t *testing.T) {
	for _, l := range All() {
		t.Run(l.Name, func(t *testing.T) {
			texts := map[string]string{}
			for name, s := range scripts(l) {
				texts[name] = s.Script.String()
			}
			file := filepath.Join(l.Name, "recorded.gz")
			if *record != "" {
				recordTraces(t, file, texts)
				return
			}
			recorded, err := conformance.ReadTraces(file)
			if err != nil {
				t.Fatal(err)
			}
			if want := len(releases()) * len(engine.Versions) * len(texts); len(recorded) != want {
				t.Errorf("%d traces are recorded, want %d", len(recorded), want)
			}
			for _, profile := range releases() {
				for name, text := range texts {
					comparePlayed(t, text, profile, recorded, profile+" "+name)
				}
			}
		})
	}
}

// releases are the profiles that can be recorded.
func releases() []string {
	var profiles []string
	for _, r := range conformance.Releases {
		if !r.Gone {
			profiles = append(profiles, r.Profile)
		}
	}
	return profiles
}

// recordTraces writes what all harnesses do with the scripts.
func recordTraces(t *testing.T, file string, texts map[string]string) {
	t.Helper()
	all := conformance.Traces{}
	for _, profile := range releases() {
		h := conformance.NewHarness(filepath.Join(*record, "harness-"+strings.TrimPrefix(profile, engine.ProfilePrefix)))
		traces, err := h.RunForAll(profile, texts)
		h.Close()
		if err != nil {
			t.Fatalf("%s: %v", profile, err)
		}
		for key, trace := range traces {
			all[profile+" "+key] = trace
		}
	}
	if err := conformance.WriteTraces(file, all); err != nil {
		t.Fatal(err)
	}
}

// comparePlayed compares what the engine does with what was recorded under the key and the
// version.
func comparePlayed(t *testing.T, text, profile string, recorded conformance.Traces, key string) {
	t.Helper()
	for _, v := range engine.Versions {
		got, err := play(conformance.WithProfile(text, profile, v.String()))
		if err != nil {
			t.Errorf("%s %s: %v", key, v, err)
			continue
		}
		if diff, differ := conformance.Compare(text, recorded[key+" "+v.String()], got); differ {
			t.Errorf("%s %s: %v", key, v, diff)
		}
	}
}

// play compiles the programs of a script and plays it. It returns its trace.
func play(text string) (trace []string, err error) {
	s, err := script.Parse(text)
	if err != nil {
		return nil, err
	}
	w, err := compile.Start(s)
	if err != nil {
		return nil, err
	}
	err = s.Play(w, func(_ int, step engine.Step, w engine.World) {
		trace = append(trace, string(script.AppendJSON(nil, step, w)))
	})
	return trace, err
}
