package answer

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/scenarios/library"
)

// TestGroupsAreThoseOfTheLibrary compares the groups with what the real releases were recorded to
// do in the lessons: those in one group have returned the same, with the same error queue, and
// those of two groups differ in something.
func TestGroupsAreThoseOfTheLibrary(t *testing.T) {
	compared, differing := 0, 0
	for s := range library.Shipped().All() {
		recorded := readRecording(t, filepath.Join("..", "library", s.Name, "recorded.gz"))
		var programs compile.Cache
		for _, v := range engine.Versions {
			c := s.Script.Config
			c.Version = v
			own, err := play(s.Script, c, programs.Start)
			if err != nil {
				t.Fatal(s.Name, err)
			}
			groups, not := playAll(s.Script, own, programs.Start)
			if len(not) > 0 {
				t.Errorf("%s: %v", s.Name, not)
			}
			of := map[string]int{}
			for i, g := range groups {
				for _, p := range g {
					of[p.profile.Name] = i
				}
			}
			for a, i := range of {
				for b, k := range of {
					x, y := recorded[a+" script "+v.String()], recorded[b+" script "+v.String()]
					if a >= b || x == nil || y == nil {
						continue
					}
					compared++
					if same := slices.Equal(x, y); i == k && !same {
						t.Errorf("%s, %s: %s and %s do the same in the answer:\n%s", s.Name, v, a, b, firstDifference(x, y))
					} else if i != k {
						differing++
						if same {
							t.Errorf("%s, %s: %s and %s differ in the answer, but did the same", s.Name, v, a, b)
						}
					}
				}
			}
		}
	}
	if compared < 100 || differing < 20 {
		t.Errorf("%d pairs of releases compared, %d differ", compared, differing)
	}
}

func firstDifference(x, y []string) string {
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "their lengths"
}

// readRecording reads what each release did, by "profile script version": of each step what the
// text of a trace shows.
func readRecording(t *testing.T, file string) map[string][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	recorded, name := map[string][]string{}, ""
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if title, ok := strings.CutPrefix(lines.Text(), "== "); ok {
			name = title
			continue
		}
		var step map[string]any
		if err := json.Unmarshal(lines.Bytes(), &step); err != nil {
			continue // an empty line between scripts
		}
		for _, peer := range []string{"client", "server"} {
			if state, ok := step[peer].(map[string]any); ok {
				step[peer] = []any{state["shutdown"], state["state"], state["state_string"]}
			}
		}
		shown, err := json.Marshal(step)
		if err != nil {
			t.Fatal(err)
		}
		recorded[name] = append(recorded[name], string(shown))
	}
	if err := lines.Err(); err != nil || len(recorded) == 0 {
		t.Fatalf("%s: %v, %d runs", file, err, len(recorded))
	}
	return recorded
}
