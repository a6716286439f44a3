package engine_test

import (
	"os"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestProfilesAreAsRecorded: each profile has the patch and the day that the command record
// has noted.
func TestProfilesAreAsRecorded(t *testing.T) {
	text, err := os.ReadFile("conformance/testdata/recorded.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	if len(lines) != len(engine.Profiles()) {
		t.Errorf("%d profiles, %d lines in recorded.txt", len(engine.Profiles()), len(lines))
	}
	for _, line := range lines {
		words := strings.Fields(line)
		if p, ok := engine.ProfileNamed(words[0]); !ok || p.Confirmed != words[1] || p.Patch != words[3] {
			t.Errorf("profile.go has %s, confirmed %s with %s; recorded.txt has %q", p.Name, p.Confirmed, p.Patch, line)
		}
	}
}

// TestSeries: an older patch belongs to its line.
func TestSeries(t *testing.T) {
	for _, p := range engine.Profiles() {
		want := p.Name
		switch p.Name {
		case "openssl-3.0.20":
			want = "openssl-3.0"
		case "openssl-3.5.7":
			want = "openssl-3.5"
		}
		if got := p.Series(); got != want {
			t.Errorf("%s is of %s, want %s", p.Name, got, want)
		}
		if !strings.HasSuffix(p.Use, ".") {
			t.Errorf("%s: %q", p.Name, p.Use)
		}
	}
}
