package engine_test

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

// The file testdata/rules has, for each call and step of the network, every combination of
// rules and of differences between releases that decide it in the recorded scripts. It was
// not recorded from OpenSSL: whoever changes it on purpose writes it anew with
//
//	go test ./engine -run TestRulesOfRecordedScripts -update
//
// and reads the difference.
var update = flag.Bool("update", false, "write testdata/rules anew")

// TestRulesOfRecordedScripts: in the recorded scripts these combinations occur and no
// others. A rule that fires too often, or no longer, makes a combination that is not in the
// file.
func TestRulesOfRecordedScripts(t *testing.T) {
	const file = "testdata/rules"
	seen := map[string]string{} // an example of each
	for _, s := range recordedScripts(t) {
		h, tip, err := s.Run()
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range h.Path(tip)[1:] {
			seen[decidedBy(h.Step(id))] = s.String()
		}
	}
	if *update {
		text := strings.Join(slices.Sorted(maps.Keys(seen)), "\n") + "\n"
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if _, ok := seen[line]; !ok {
			t.Errorf("no recorded step has any more\n%s", line)
		}
		delete(seen, line)
	}
	for line, example := range seen {
		t.Errorf("new, and to be written with -update if it is right:\n%s\nas in\n%s", line, example)
	}
}

// decidedBy is the word of the step, its rules and, after a slash, the differences.
func decidedBy(s engine.Step) string {
	line := s.Op.Verb.String() + ": " + strings.Join(names(s), " ")
	for i, d := range s.Differences() {
		if i == 0 {
			line += " /"
		}
		line += " " + d.Name
	}
	return line
}
