package engine_test

import (
	"strings"
	"testing"

	"closenotify/engine"
)

// TestDifferencesAreWhole: each has a name of its own, a sentence and a source, and
// separates releases that the engine runs.
func TestDifferencesAreWhole(t *testing.T) {
	names := map[string]bool{}
	for _, d := range engine.Differences() {
		if d.Name == "" || names[d.Name] || d.Source == "" || !strings.HasSuffix(d.Sentence, ".") {
			t.Errorf("%+v", d)
		}
		names[d.Name] = true
		have := 0
		for _, p := range engine.Profiles() {
			if d.In(p.Patch) {
				have++
			}
		}
		if have == 0 || have == len(engine.Profiles()) {
			t.Errorf("%s: %d of %d releases have it", d.Name, have, len(engine.Profiles()))
		}
	}
	if len(names) == 0 {
		t.Error("there are no differences")
	}
}

// TestDifferenceIn: a difference that was carried back to older lines holds there from
// that patch on only.
func TestDifferenceIn(t *testing.T) {
	back := engine.Difference{Since: []string{"3.0.22", "3.5.9", "3.6.0"}}
	old := engine.Difference{Until: "3.0.0"}
	for release, want := range map[string][2]bool{
		"1.1.1w": {false, true}, "3.0.0": {false, false}, "3.0.21": {false, false}, "3.0.22": {true, false}, "3.0.23": {true, false},
		"3.1.9": {false, false}, "3.5.8": {false, false}, "3.5.9": {true, false}, "3.5.10": {true, false}, "3.6.0": {true, false}, "4.0.3": {true, false},
	} {
		if got := [2]bool{back.In(release), old.In(release)}; got != want {
			t.Errorf("%s: got %v, want %v", release, got, want)
		}
	}
}

// TestDifferencesBetween: OpenSSL 3.5.7 and 3.5.9 differ in one thing.
func TestDifferencesBetween(t *testing.T) {
	old, _ := engine.ProfileNamed("openssl-3.5.7")
	now, _ := engine.ProfileNamed("openssl-3.5")
	for _, list := range [][]engine.Difference{old.DifferencesBetween(now), now.DifferencesBetween(old)} {
		if len(list) != 1 || list[0].Name != "short-record-is-bad-mac" {
			t.Errorf("got %+v", list)
		}
	}
	if list := now.DifferencesBetween(now); list != nil {
		t.Errorf("a release differs from itself: %+v", list)
	}
}

// TestProfileNamed: a series, and the full number of each patch that stood for it.
func TestProfileNamed(t *testing.T) {
	for name, want := range map[string]string{
		"openssl-3.5": "openssl-3.5", "openssl-3.5.9": "openssl-3.5", "openssl-3.0.22": "openssl-3.0", "openssl-1.1.1w": "openssl-1.1.1",
		"openssl-3.5.7": "openssl-3.5.7", "openssl-3.5.8": "", "3.5": "", "3.5.9": "", "openssl-": "", "": "",
	} {
		if p, ok := engine.ProfileNamed(name); p.Name != want || ok != (want != "") {
			t.Errorf("%q finds %q, %v; want %q", name, p.Name, ok, want)
		}
	}
}

// TestReleasesOfADifference: its range in words.
func TestReleasesOfADifference(t *testing.T) {
	for want, d := range map[string]engine.Difference{
		"OpenSSL 3.0 and later":                   {Since: []string{"3.0.0"}},
		"OpenSSL 3.0.22, 3.5.9, 3.6.0 and later":  {Since: []string{"3.0.22", "3.5.9", "3.6.0"}},
		"OpenSSL before 3.2":                      {Until: "3.2.0"},
		"OpenSSL 3.0 up to but not including 4.0": {Since: []string{"3.0.0"}, Until: "4.0.0"},
	} {
		if got := d.Releases(); got != want {
			t.Errorf("%v, %q: got %q, want %q", d.Since, d.Until, got, want)
		}
	}
}
