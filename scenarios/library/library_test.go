package library

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Limits, in bytes: what fits the page and is still read.
const (
	maxTitle   = 60
	maxSummary = 240
	maxSymptom = 160
	maxFix     = 200
)

// What the library has at least: lessons, and lessons in which somebody's code is wrong.
const (
	leastLessons  = 36
	leastPrograms = 26
)

// TestContents: every folder is a lesson in a chapter, and numbers and names stand once.
func TestContents(t *testing.T) {
	folders, _ := fs.Glob(files, "*/script.txt")
	if len(folders) != len(All()) || len(All()) < leastLessons {
		t.Errorf("%d folders, %d lessons in the contents", len(folders), len(All()))
	}
	seen := map[any]bool{}
	for _, l := range All() {
		if strings.Trim(l.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || l.Name == "" {
			t.Errorf("the name %q cannot stand in an address", l.Name)
		}
		if seen[l.Name] || seen[l.Number] || seen[l.Title] || l.Number < 1 {
			t.Errorf("%s: the name, the number %d or the title %q stands twice", l.Name, l.Number, l.Title)
		}
		seen[l.Name], seen[l.Number], seen[l.Title] = true, true, true
		if got, ok := Find(l.Name); !ok || got.Title != l.Title {
			t.Errorf("Find(%q) gives %q", l.Name, got.Title)
		}
	}
	if _, ok := Find("no-such"); ok {
		t.Error("Find finds a lesson that there is not")
	}
}

// sourceForm are the forms of a source.
var sourceForm = regexp.MustCompile(`^(RFC \d+, section \d+(\.\d+)*|\w+\(\d\)(, [A-Z][\w ,-]+)?)$`)

// TestFields: each lesson says what its reader needs, within the limits.
func TestFields(t *testing.T) {
	for _, l := range All() {
		texts := map[string]struct {
			text string
			max  int
		}{
			"title": {l.Title, maxTitle}, "summary": {l.Summary, maxSummary},
			"symptom": {l.Symptom, maxSymptom}, "fix": {l.Fix, maxFix},
		}
		for field, is := range texts {
			if is.text == "" || len(is.text) > is.max {
				t.Errorf("%s: the %s has %d bytes, want 1 to %d", l.Name, field, len(is.text), is.max)
			}
			if field != "title" && !strings.HasSuffix(is.text, ".") {
				t.Errorf("%s: the %s is no sentence: %q", l.Name, field, is.text)
			}
		}
		if len(l.Words) < 2 || len(l.Sources) == 0 {
			t.Errorf("%s has %d words and %d sources", l.Name, len(l.Words), len(l.Sources))
		}
		for _, s := range l.Sources {
			if !sourceForm.MatchString(s) {
				t.Errorf("%s: the source %q is neither a section of an RFC nor one of a manual page", l.Name, s)
			}
		}
	}
}

// scripts are the scripts of a lesson by the names of their files.
func scripts(l Lesson) map[string]*scenarios.Scenario {
	all := map[string]*scenarios.Scenario{"script": &l.Scenario}
	if l.Wrong != nil {
		all["wrong"], all["right"] = l.Wrong, l.Right
	}
	return all
}

// TestScripts: the scripts are in the canonical form and have no profile, for they are played
// under every release.
func TestScripts(t *testing.T) {
	for _, l := range All() {
		for name, s := range scripts(l) {
			text, err := os.ReadFile(filepath.Join(l.Name, name+".txt"))
			if err != nil || s.Script.String() != string(text) {
				t.Errorf("%s/%s.txt is not in the canonical form (%v), which is\n%s", l.Name, name, err, s.Script.String())
			}
			if s.Title == "" || s.Summary == "" || s.Script.Config.Profile != "" {
				t.Errorf("%s/%s: title %q, summary %q, profile %q", l.Name, name, s.Title, s.Summary, s.Script.Config.Profile)
			}
			for _, step := range s.Script.Steps {
				if unknown := script.UnknownNames(step.Note); len(unknown) > 0 {
					t.Errorf("%s/%s: a caption names %q, which are no profiles and no versions", l.Name, name, unknown)
				}
			}
		}
		if slices.ContainsFunc(l.Script.Steps, func(s script.Step) bool { return s.Note == "" }) {
			t.Errorf("%s has a step without a caption", l.Name)
		}
	}
}

// TestDamagedLessons: a mistake in a lesson is reported with its place.
func TestDamagedLessons(t *testing.T) {
	for text, want := range map[string]string{
		"symptom: a\nnothing": `lesson:2: "nothing" is not KEY: TEXT`,
		"colour: red":         `lesson:1: no field has the key "colour"`,
		"fix: a\nfix: b":      `lesson:2: the key "fix" stands twice`,
		"try-after: x":        `lesson:1: try-after: "x" is not the number of a step, or stands twice`,
		"symptom: ":           `lesson:1: "symptom: " is not KEY: TEXT`,
	} {
		damaged := fstest.MapFS{
			"contents":       {Data: []byte("Chapter\n1 one\n")},
			"one/lesson":     {Data: []byte(text)},
			"one/script.txt": {Data: []byte("client SSL_shutdown\n")},
		}
		if _, err := read(damaged); err == nil || err.Error() != "library: one: "+want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
