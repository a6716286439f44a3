package explore

import (
	"os"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/replay"
	"closenotify/engine/script"
)

// TestFindings: each was recorded from every release that can be had, the engine agrees, and
// in at least one release the last step breaks the promise and no earlier one does.
func TestFindings(t *testing.T) {
	findings, err := ReadFindings(testdata + "/findings")
	if err != nil || len(findings) == 0 {
		t.Fatalf("no findings: %v", err)
	}
	for _, f := range findings {
		file := testdata + "/findings/" + f.Name + ".txt"
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if f.String() != string(text) {
			t.Errorf("%s is not in the form that String writes", file)
		}
		for _, p := range engine.Profiles() {
			release, _ := conformance.ReleaseOf(p.Name)
			if n := f.recorded(p.Name); n != len(engine.Versions) && (n > 0 || !release.Gone) {
				t.Errorf("%s: recorded %d times of %s", file, n, p.Name)
			}
		}
		shown := 0
		for _, r := range f.Recordings {
			var player replay.Replayer
			if d, err := player.Run(r); err != nil || d != nil {
				t.Errorf("%s: %v\n%v", file, err, d)
			}
			shown += breaks(t, r.Script(), f.Promise)
		}
		if shown == 0 {
			t.Errorf("%s: no release breaks %q with its last step", file, f.Promise)
		}
	}
}

// recorded counts the recordings of a profile.
func (f Finding) recorded(profile string) (n int) {
	for _, r := range f.Recordings {
		if strings.HasPrefix(r.Head, "profile "+profile+"\n") {
			n++
		}
	}
	return n
}

// breaks returns 1 if the last step of the script breaks the promise, else 0. No earlier
// step may.
func breaks(t *testing.T, text string, p Promise) int {
	t.Helper()
	parsed, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	w, err := engine.New(parsed.Config)
	if err != nil {
		t.Fatal(err)
	}
	var data tracker
	for i, op := range parsed.Ops() {
		after, s, _ := w.Apply(op)
		if broken := (transition{before: w, after: after, step: s, data: data}).broken(); slices.Contains(broken, p) {
			if i < len(parsed.Steps)-1 {
				t.Errorf("step %d breaks %q already in\n%s", i+1, p, text)
			}
			return 1
		}
		w, data = after, data.withStep(s)
	}
	return 0
}

func TestParseFindingRefuses(t *testing.T) {
	for _, text := range []string{
		"", "# Broken promise: none such\n", "client SSL_shutdown\n",
		"# Broken promise: prefix\nclient SSL_shutdown\n\n== openssl-3.5\n{}\n",
		"# Broken promise: prefix\nclient SSL_shutdown\n\n== openssl-3.5 tls1.3\n",
	} {
		if _, err := parseFinding(text); err == nil {
			t.Errorf("no error for %q", text)
		}
	}
	if b := (Finding{Promise: Prefix}).Break(); b != (Break{Promise: Prefix}) {
		t.Errorf("a finding without recordings breaks %v", b)
	}
}
