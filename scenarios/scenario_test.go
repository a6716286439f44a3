package scenarios

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// What the real library did with the shipped scenarios is recorded in
// testdata/library. To record it again, build the harness in engine/conformance
// against OpenSSL 3.5 and run
//
//	go test ./scenarios -run TestLibraryIsTrue -record PATH-OF-HARNESS
var record = flag.String("record", "", "record testdata anew with this harness, a program linked to the real libssl")

// TestLibraryIsTrue: what a lesson shows is what the library does.
func TestLibraryIsTrue(t *testing.T) {
	for _, sc := range Library() {
		t.Run(sc.Name, func(t *testing.T) {
			file := filepath.Join("testdata", "library", sc.Name+".jsonl")
			if *record != "" {
				recordTrace(t, file, sc.Script.String())
				return
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			h, tip, err := sc.Script.Run()
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, id := range h.Path(tip)[1:] {
				got = append(got, string(script.AppendJSON(nil, h.Step(id), h.World(id))))
			}
			want := strings.Split(strings.TrimSpace(string(data)), "\n")
			if diff, differ := conformance.Compare(sc.Script.String(), want, got); differ {
				t.Error(diff)
			}
		})
	}
}

// recordTrace writes what the harness says of a script.
func recordTrace(t *testing.T, file, text string) {
	cmd := exec.Command(*record)
	cmd.Stdin = strings.NewReader(text)
	out, err := cmd.Output()
	if err != nil || strings.Contains(string(out), `{"error"`) {
		t.Fatalf("%s: %v\n%s", *record, err, out)
	}
	if err := os.WriteFile(file, []byte(strings.TrimSpace(string(out))+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestLibraryIsTold: every shipped scenario has a name, a title, a summary, and
// narration; its file is in the canonical form.
func TestLibraryIsTold(t *testing.T) {
	all, _ := filepath.Glob(filepath.Join("library", "*"))
	if len(all) < 5 || len(all) != len(Library()) {
		t.Fatalf("%d files, %d shipped scenarios", len(all), len(Library()))
	}
	for _, sc := range Library() {
		if sc.Name == "" || strings.Trim(sc.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("name %q is no slug", sc.Name)
		}
		notes := 0
		for _, st := range sc.Script.Steps {
			if st.Note != "" {
				notes++
			}
		}
		if sc.Title == "" || sc.Summary == "" || notes < 2 {
			t.Errorf("%s: title %q, summary %q, %d notes", sc.Name, sc.Title, sc.Summary, notes)
		}
		if got, ok := Find(sc.Name); !ok || got.Title != sc.Title {
			t.Errorf("Find(%q) gives %q, %v", sc.Name, got.Title, ok)
		}
		files, _ := filepath.Glob(filepath.Join("library", "*-"+sc.Name+".txt"))
		if len(files) != 1 {
			t.Fatalf("%s: files %q", sc.Name, files)
		}
		text, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := sc.Script.String(); got != string(text) {
			t.Errorf("%s is not in canonical form; it would be\n%s", files[0], got)
		}
	}
	if _, ok := Find("no-such"); ok {
		t.Error("Find found what is not there")
	}
}
