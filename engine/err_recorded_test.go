package engine

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var (
	recordedProfile = regexp.MustCompile(`(?m)^profile (\S+)$`)
	recordedError   = regexp.MustCompile(`"(error:[^"]*)"`)
)

// recordedErrors are what ERR_error_string of each release has printed in the recorded
// scripts.
func recordedErrors(t *testing.T) map[*Profile]map[string]bool {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded scripts: %v", err)
	}
	printed := map[*Profile]map[string]bool{}
	for i := range profiles {
		printed[&profiles[i]] = errorsOfPrograms(t, profiles[i].Name)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := DefaultProfile
		if m := recordedProfile.FindSubmatch(data); m != nil {
			name = string(m[1])
		}
		p, ok := profileNamed(name)
		if !ok {
			t.Fatalf("%s: no profile %s", file, name)
		}
		for _, m := range recordedError.FindAllSubmatch(data, -1) {
			printed[p][string(m[1])] = true
		}
	}
	return printed
}

// errorsOfPrograms are those in the recorded programs of a release, if there are any.
func errorsOfPrograms(t *testing.T, profile string) map[string]bool {
	t.Helper()
	printed := map[string]bool{}
	f, err := os.Open("testdata/programs/" + profile + ".gz")
	if errors.Is(err, os.ErrNotExist) {
		return printed
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range recordedError.FindAllSubmatch(data, -1) {
		printed[string(m[1])] = true
	}
	return printed
}

// TestErrorsAreRecorded: every row of reasons has been printed by a real library, and every
// row of functions by one whose errors name functions, with library, number and text.
func TestErrorsAreRecorded(t *testing.T) {
	seenReasons, seenFunctions := map[reason]bool{}, map[function]bool{}
	for p, printed := range recordedErrors(t) {
		for r := range reasons {
			for f := range functions {
				entry := queueEntry{reason(r), function(f)}
				if printed[p.queued(entry).String()] {
					seenReasons[entry.reason] = true
					seenFunctions[entry.function] = seenFunctions[entry.function] || p.has(diffErrorsNameFunctions)
				}
			}
		}
	}
	for r := noReason + 1; int(r) < len(reasons); r++ {
		if !seenReasons[r] {
			t.Errorf("no recorded error has the reason %q", reasons[r].text)
		}
	}
	for f := noFunction + 1; int(f) < len(functions); f++ {
		if !seenFunctions[f] {
			t.Errorf("no recorded error is from %s", functions[f].name)
		}
	}
}
