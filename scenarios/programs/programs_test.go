package programs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/cc"
	"closenotify/engine/conformance"
)

// TestAllFiles: the table has all files of the folder, and each program has what the page shows.
func TestAllFiles(t *testing.T) {
	files, err := filepath.Glob("c/*.c")
	if err != nil || len(files) != len(All()) {
		t.Fatalf("the folder has %d programs, the table %d (%v)", len(files), len(All()), err)
	}
	for _, p := range All() {
		text, err := os.ReadFile("c/" + p.Name + ".c")
		if err != nil || string(text) != p.Text {
			t.Errorf("%s is not the text of its file (%v)", p.Name, err)
		}
		if got, ok := Find(p.Name); !ok || got != p {
			t.Errorf("Find(%q) = %v, %v", p.Name, got, ok)
		}
		if p.Title == "" || !strings.HasSuffix(p.Summary, ".") {
			t.Errorf("%s: title %q, summary %q", p.Name, p.Title, p.Summary)
		}
	}
	if _, ok := Find("nothing"); ok {
		t.Error("Find finds a program that there is not")
	}
}

// TestTexts: the programs are short enough for the lanes of the page.
func TestTexts(t *testing.T) {
	for _, p := range All() {
		lines := strings.Split(strings.TrimSuffix(p.Text, "\n"), "\n")
		if len(lines) < 10 || len(lines) > 40 {
			t.Errorf("%s has %d lines, want 10 to 40", p.Name, len(lines))
		}
		for i, line := range lines {
			if len(line) > 72 {
				t.Errorf("%s:%d has %d columns, more than 72", p.Name, i+1, len(line))
			}
		}
		if !strings.Contains(p.Text, "int main(SSL *ssl)\n") {
			t.Errorf("%s does not begin in main(SSL *ssl)", p.Name)
		}
	}
}

// TestCompile: every release takes every program.
func TestCompile(t *testing.T) {
	for _, profile := range engine.Profiles() {
		for _, p := range All() {
			if _, err := cc.Compile(p.Text, cc.Options{Version: profile.VersionNumber()}); err != nil {
				t.Errorf("%s, %s: %v", p.Name, profile.Name, err)
			}
		}
	}
}

// TestRecorded: each program runs, word for word, in scripts whose recordings the tests of the
// engine and make conformance compare with what the engine and the real library do.
func TestRecorded(t *testing.T) {
	files, err := filepath.Glob("../../engine/testdata/programs/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts (%v)", err)
	}
	scripts := map[string]int{}
	for _, file := range files {
		script, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := regexp.MustCompile(`^starter-(.*)-\d+\.txt$`).FindStringSubmatch(filepath.Base(file))
		if name == nil {
			continue
		}
		p, ok := Find(name[1])
		texts := conformance.Programs(string(script))
		if !ok || texts["client"] != p.Text && texts["server"] != p.Text {
			t.Errorf("%s does not have the program %s as it is", file, name[1])
		}
		scripts[name[1]]++
	}
	for _, p := range All() {
		if scripts[p.Name] < 4 {
			t.Errorf("%s is recorded in %d scripts, want 4", p.Name, scripts[p.Name])
		}
	}
}
