package replay_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
)

// TestProbes: the engine answers the probes as releases.txt says that its releases do. How
// long the messages of a handshake are is not the engine's business.
func TestProbes(t *testing.T) {
	for _, r := range conformance.Releases {
		for _, a := range r.Answers {
			if !conformance.WireIsCompared(a.Probe) {
				continue
			}
			s, err := script.Parse("profile " + r.Profile + "\n" + a.Probe)
			if err != nil {
				t.Fatal(err)
			}
			h, tip, err := s.Run()
			if err != nil {
				t.Fatal(err)
			}
			var trace []byte
			for _, id := range h.Path(tip)[1:] {
				trace = script.AppendJSON(trace, h.Step(id), h.World(id))
			}
			if strings.Contains(string(trace), a.Text) == a.Not {
				t.Errorf("%s does not answer as releases.txt says:\n%s\n%s", r.Profile, a.Probe, trace)
			}
		}
	}
}

// TestReleases: every profile of the engine has a row in releases.txt, every row is a
// profile, and each has its recordings.
func TestReleases(t *testing.T) {
	var profiles, releases, want []string
	for _, p := range engine.Profiles() {
		profiles = append(profiles, p.Name)
	}
	for _, r := range conformance.Releases {
		releases = append(releases, r.Profile)
		want = append(want, "random-"+r.Profile+".gz", "explored-"+r.Profile+".gz")
	}
	if !slices.Equal(profiles, releases) {
		t.Errorf("the engine has the profiles %q, releases.txt has %q", profiles, releases)
	}
	files, err := filepath.Glob(testdata + "/*.gz")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range want {
		if _, err := os.Stat(filepath.Join(testdata, name)); err != nil {
			t.Errorf("a recording is missing: %v", err)
		}
	}
	for _, file := range files {
		if !slices.Contains(want, filepath.Base(file)) {
			t.Errorf("%s is the recording of no release", file)
		}
	}
}
