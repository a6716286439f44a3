package replay_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
)

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
