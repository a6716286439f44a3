package engine_test

import (
	"bytes"
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

// The files under testdata hold a script and what the real library did with it,
// once for each version of TLS. To record them again, build the harnesses in
// engine/conformance, programs linked to the real libssl, and run
//
//	go test ./engine -run TestRecorded -record DIR
//
// where DIR/harness-3.5 is the one for profile openssl-3.5, and so on. Nothing
// that the engine printed ever goes into them.
var record = flag.String("record", "", "record testdata anew with the harnesses in this folder")

// section begins what was recorded for a version.
const section = "== "

// TestRecorded replays every recorded script and compares the trace key by key.
func TestRecorded(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			if *record != "" {
				recordFile(t, file)
				return
			}
			text, recorded := readSections(t, file)
			for i, v := range engine.Versions {
				version, trace, _ := strings.Cut(recorded[i], "\n")
				if version != v.String() {
					t.Fatalf("section %q, want %q", version, v)
				}
				compareTrace(t, "version "+version+"\n"+text, strings.TrimSpace(trace))
			}
		})
	}
}

// readSections reads a script and what was recorded for each version.
func readSections(t *testing.T, file string) (text string, sections []string) {
	t.Helper()
	text, rest, _ := strings.Cut(readFile(t, file), "\n"+section)
	sections = strings.Split(rest, "\n"+section)
	if len(sections) != len(engine.Versions) {
		t.Fatalf("recorded for %d versions, want %d", len(sections), len(engine.Versions))
	}
	return text, sections
}

func readFile(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// recordFile writes the harness's trace below the script. It leaves the file alone if the
// release can no longer be had.
func recordFile(t *testing.T, file string) {
	text, _, _ := strings.Cut(readFile(t, file), "\n"+section)
	text = strings.TrimRight(text, "\n") + "\n"
	var b bytes.Buffer
	b.WriteString(text)
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	profile := s.Config.Profile
	if profile == "" {
		profile = engine.DefaultProfile
	}
	if r, ok := conformance.ReleaseOf(profile); ok && r.Gone {
		t.Logf("OpenSSL %s can no longer be had", profile)
		return
	}
	harness := filepath.Join(*record, "harness-"+strings.TrimPrefix(profile, "openssl-"))
	for _, v := range engine.Versions {
		cmd := exec.Command(harness)
		cmd.Stdin = strings.NewReader("version " + v.String() + "\n" + text)
		out, err := cmd.Output()
		if err != nil || bytes.Contains(out, []byte(`{"error"`)) {
			t.Fatalf("%s: %v\n%s", harness, err, out)
		}
		b.WriteString("\n" + section + v.String() + "\n")
		for line := range strings.Lines(string(out)) {
			if line = strings.TrimSpace(line); !conformance.WireIsCompared(text) { // it differs from run to run
				line = conformance.WithoutWire(line)
			}
			if line != "" {
				b.WriteString(line + "\n")
			}
		}
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// compareTrace runs the script and compares every key that was recorded.
func compareTrace(t *testing.T, text, trace string) {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	w, err := engine.New(s.Config)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(trace, "\n")
	if len(lines) != len(s.Steps) {
		t.Fatalf("%s: %d steps recorded, the script has %d", s.Config.Version, len(lines), len(s.Steps))
	}
	var got []string
	for _, op := range s.Ops() {
		var step engine.Step
		if w, step, err = w.Apply(op); err != nil {
			t.Fatal(err)
		}
		got = append(got, string(script.AppendJSON(nil, step, w)))
	}
	if diff, differ := conformance.Compare(text, lines, got); differ {
		t.Fatalf("%s: %v", s.Config.Version, diff)
	}
}
