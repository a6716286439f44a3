package engine_test

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// The two files testdata/RELEASE-differs-NAME.txt have one script on which two releases
// part because of the difference NAME.

// TestDifferencesAreRecorded: each difference has such a script. With one of the versions
// of TLS, the engine parts from itself in some step once that difference alone is changed,
// and in that step the real libraries differ in the same.
func TestDifferencesAreRecorded(t *testing.T) {
	if *find > 0 {
		findDifferences(t, *find)
		return
	}
	for i, d := range engine.Differences() {
		t.Run(d.Name, func(t *testing.T) {
			files, err := filepath.Glob("testdata/*-differs-" + d.Name + ".txt")
			if err != nil || len(files) != 2 {
				t.Fatalf("%q: want the recordings of two releases, see difference_search_test.go", files)
			}
			a, b := readRecorded(t, files[0]), readRecorded(t, files[1])
			if a.has(d) == b.has(d) || !slices.Equal(a.script.Ops(), b.script.Ops()) {
				t.Fatalf("%s and %s: want the same script, and the difference in one of them", a.profile.Name, b.profile.Name)
			}
			if !slices.ContainsFunc(engine.Versions[:], func(v engine.Version) bool {
				return partBecauseOf(t, a.script, b.script, v, i, a.traces[v], b.traces[v])
			}) {
				t.Error("the libraries do not differ where the engine says")
			}
		})
	}
}

// partBecauseOf reports whether the traces of two releases, here and there, differ because
// of difference i of the table. The scripts are the same but for the release.
func partBecauseOf(t *testing.T, a, b script.Script, v engine.Version, i int, here, there []string) bool {
	return slices.ContainsFunc([]script.Script{a, b}, func(s script.Script) bool {
		step, keys := firstParting(t, s, traceOf(t, s, v, -1), traceOf(t, s, v, i))
		if len(keys) == 0 {
			return false
		}
		differing := differingKeys(s, parseObject(t, here[step]), parseObject(t, there[step]))
		return !slices.ContainsFunc(keys, func(key string) bool { return !slices.Contains(differing, key) })
	})
}

// recordedScript is a file of testdata.
type recordedScript struct {
	text    string
	script  script.Script
	profile engine.Profile
	traces  map[engine.Version][]string
}

func (r recordedScript) has(d engine.Difference) bool { return d.In(r.profile.Patch) }

func readRecorded(t *testing.T, file string) recordedScript {
	t.Helper()
	text, sections := readSections(t, file)
	s, err := script.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	r := recordedScript{text: text, script: s, traces: map[engine.Version][]string{}}
	r.profile, _ = engine.ProfileNamed(s.Config.Profile)
	for i, v := range engine.Versions {
		_, trace, _ := strings.Cut(sections[i], "\n")
		r.traces[v] = strings.Split(strings.TrimSpace(trace), "\n")
	}
	return r
}

// firstParting is the first step in which two traces of a script differ, from 0, and the
// keys in which they do.
func firstParting(t *testing.T, s script.Script, a, b []string) (step int, keys []string) {
	t.Helper()
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if keys = differingKeys(s, parseObject(t, a[i]), parseObject(t, b[i])); len(keys) > 0 {
			return i, keys
		}
	}
	return 0, nil
}

func parseObject(t *testing.T, line string) (object map[string]any) {
	t.Helper()
	if err := json.Unmarshal([]byte(line), &object); err != nil {
		t.Fatal(err)
	}
	return object
}

// differingKeys are the keys of a step that differ, "client.want". The names of rules are
// the engine's own, and the sizes of a handshake's messages vary.
func differingKeys(s script.Script, a, b map[string]any) (keys []string) {
	for key, value := range a {
		switch inner, nested := value.(map[string]any); {
		case key == "rules" || key == "wire" && !conformance.WireIsCompared(s.String()):
		case nested:
			other, _ := b[key].(map[string]any)
			for _, k := range differingKeys(s, inner, other) {
				keys = append(keys, key+"."+k)
			}
		case !reflect.DeepEqual(value, b[key]):
			keys = append(keys, key)
		}
	}
	return keys
}

// traceOf plays a script with a version, and with difference i of the table changed unless
// i is -1.
func traceOf(t *testing.T, s script.Script, v engine.Version, i int) []string {
	t.Helper()
	s.Config.Version = v
	w, err := engine.New(s.Config)
	if err != nil {
		t.Fatal(err)
	}
	if i >= 0 {
		w = engine.ToggleDifference(w, i)
	}
	var lines []string
	for _, op := range s.Ops() {
		var step engine.Step
		if w, step, err = w.Apply(op); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(script.AppendJSON(nil, step, w)))
	}
	return lines
}
