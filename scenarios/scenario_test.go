package scenarios

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// What libssl did with the shipped scenarios is recorded in testdata/library. To record
// it again, build the harness in engine/conformance/harness against OpenSSL 3.5 and run
//
//	go test ./scenarios -run TestScenariosAsRecorded -record PATH-OF-HARNESS
var record = flag.String("record", "", "record testdata again with this harness, a program linked to libssl")

// TestScenariosAsRecorded: each shipped scenario does what libssl did.
func TestScenariosAsRecorded(t *testing.T) {
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
			path := h.Path(tip)
			for _, unmet := range sc.Script.Unmet(func(i int) engine.Step { return h.Step(path[i+1]) }) {
				t.Errorf("step %d: %s", unmet.Step+1, unmet)
			}
		})
	}
}

// recordTrace writes the harness's trace of a script.
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

// TestLibraryIsComplete: every file of the folder is a shipped scenario with a name, a
// number, a title, a summary and narration, written in the canonical form.
func TestLibraryIsComplete(t *testing.T) {
	all, _ := filepath.Glob(filepath.Join("library", "*", "script.txt"))
	if len(all) < len(Library()) {
		t.Fatalf("%d files, %d shipped scenarios", len(all), len(Library()))
	}
	numbers := map[int]string{}
	for _, row := range retired {
		numbers[row.number] = "a retired one"
	}
	for _, sc := range Library() {
		if sc.Name == "" || strings.Trim(sc.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("the name %q cannot stand in an address", sc.Name)
		}
		if other, taken := numbers[sc.Number]; taken || sc.Number < 1 {
			t.Errorf("%s has the number %d, as %q", sc.Name, sc.Number, other)
		}
		numbers[sc.Number] = sc.Name
		if sc.Script.Config.Profile != "" {
			t.Errorf("%s has a profile; links to it mean the default", sc.Name)
		}
		notes := 0
		for _, st := range sc.Script.Steps {
			if st.Note != "" {
				notes++
			}
			if unknown := script.UnknownNames(st.Note); len(unknown) > 0 {
				t.Errorf("%s: a caption names %q, which are no profiles and no versions", sc.Name, unknown)
			}
		}
		if sc.Title == "" || sc.Summary == "" || notes < 2 {
			t.Errorf("%s: title %q, summary %q, %d notes", sc.Name, sc.Title, sc.Summary, notes)
		}
		checkFile(t, sc)
	}
}

// checkFile compares a shipped scenario with its file.
func checkFile(t *testing.T, sc Scenario) {
	files, _ := filepath.Glob(filepath.Join("library", sc.Name, "script.txt"))
	if len(files) != 1 {
		t.Fatalf("%s: files %q", sc.Name, files)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := sc.Script.String(); got != string(text) {
		t.Errorf("%s is not in the canonical form, which is\n%s", files[0], got)
	}
}

func TestFind(t *testing.T) {
	for _, sc := range Library() {
		if got, ok := Find(sc.Name); !ok || got.Title != sc.Title {
			t.Errorf("Find(%q) gives %q, %v", sc.Name, got.Title, ok)
		}
	}
	if sc, ok := Find("no-such"); ok {
		t.Errorf("Find gives %+v for a name that is not there", sc)
	}
}

func TestFindByNumber(t *testing.T) {
	for _, sc := range Library() {
		if got, ok := FindByNumber(sc.Number); !ok || got.Name != sc.Name {
			t.Errorf("FindByNumber(%d) gives %q, %v", sc.Number, got.Name, ok)
		}
	}
	for _, row := range retired {
		if got, ok := FindByNumber(row.number); !ok || got.Name != "" || got.Number != row.number || len(got.Script.Steps) == 0 {
			t.Errorf("FindByNumber(%d) gives %+v, %v", row.number, got, ok)
		}
	}
	if sc, ok := FindByNumber(0); ok {
		t.Errorf("FindByNumber gives %+v for a number that is not there", sc)
	}
}

func TestFromScript(t *testing.T) {
	for _, sc := range Library() {
		if got := FromScript(sc.Script); got.Name != sc.Name || got.Number != sc.Number || got.Title != sc.Title {
			t.Errorf("%s is taken for %q", sc.Name, got.Name)
		}
		more := sc.Script
		more.Outro = "more"
		if got := FromScript(more); got.Name != "" || got.Number != 0 || got.Title != sc.Title || got.Summary != sc.Summary {
			t.Errorf("%s with more text is %+v", sc.Name, got)
		}
	}
	if got := FromScript(script.Script{}); got.Title != "" || got.Summary != "" {
		t.Errorf("an empty script is %+v", got)
	}
}

// TestTitlesAreThoseOfTheScenarios holds that reading only the first line finds the title.
func TestTitlesAreThoseOfTheScenarios(t *testing.T) {
	for i, s := range Library() {
		if got, want := Titles()[i], (Title{s.Name, s.Title}); got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
}
