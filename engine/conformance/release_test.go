package conformance

import (
	"errors"
	"reflect"
	"testing"
)

// testReleases is like releases.txt, and does not change with it.
const testReleases = `
probe end s2c fin
probe size c2s fin
old     end=none                 bookworm -
patched end=error,size!=131      gone     -
new     end=error,size="len":131 trixie   libc6
`

func TestProfileOf(t *testing.T) {
	releases := parseReleases(testReleases)
	for _, c := range []struct{ end, size, want string }{
		{"none", `"len":131`, "old"},
		{"error", `"len":133`, "patched"},
		{"error", `"len":131`, "new"},
		{"nothing known", `"len":131`, ""},
	} {
		asked := map[string]int{}
		got, err := profileOf(releases, func(probe string) (string, error) {
			asked[probe]++
			return map[string]string{"s2c fin\n": c.end, "c2s fin\n": c.size}[probe], nil
		})
		if got != c.want || err != nil || asked["s2c fin\n"] != 1 {
			t.Errorf("%s and %s: got %q, %v, asked %v; want %q", c.end, c.size, got, err, asked, c.want)
		}
	}
	failure := errors.New("no answer")
	if _, err := profileOf(releases, func(string) (string, error) { return "", failure }); err != failure {
		t.Errorf("a probe that fails gives the error %v", err)
	}
}

func TestHarnessProfile(t *testing.T) {
	h := fake(t)
	if got, version, err := h.Profile(); err == nil || version != fakeVersion {
		t.Errorf("%s, whose answers are like no release's, is %q, %v", version, got, err)
	}
}

// TestReleases: any two rows have a probe to which they answer differently, so that a
// library has one profile only.
func TestReleases(t *testing.T) {
	if len(Releases) == 0 {
		t.Error("releases.txt is empty")
	}
	for i, r := range Releases {
		if found, ok := ReleaseOf(r.Profile); !ok || !reflect.DeepEqual(found, r) {
			t.Errorf("%s stands twice in releases.txt", r.Profile)
		}
		for _, s := range Releases[:i] {
			if !answerDifferently(r, s) {
				t.Errorf("nothing tells %s and %s apart", s.Profile, r.Profile)
			}
		}
	}
	if _, ok := ReleaseOf("openssl-0.9.8"); ok {
		t.Error("there is a release that is not in the table")
	}
}

// answerDifferently reports whether no trace of some probe is the answer of both.
func answerDifferently(r, s Release) bool {
	for _, a := range r.Answers {
		for _, b := range s.Answers {
			opposite, other := a.Not != b.Not && a.Text == b.Text, !a.Not && !b.Not && a.Text != b.Text
			if a.Probe == b.Probe && (opposite || other) {
				return true
			}
		}
	}
	return false
}

func TestParseReleasesRefuses(t *testing.T) {
	for _, text := range []string{
		"openssl-3.0 - bookworm\n", "openssl-3.0 - bookworm -\n", "openssl-3.0 none=x bookworm -\n",
		"probe a client SSL_read 1\nopenssl-3.0 a= bookworm -\n", "probe a client SSL_read 1\nopenssl-3.0 a bookworm -\n",
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q was read", text)
				}
			}()
			parseReleases(text)
		}()
	}
}

func TestParseSubset(t *testing.T) {
	for s := Core; s <= Everything; s++ {
		if got, err := ParseSubset(s.String()); got != s || err != nil {
			t.Errorf("%s: got %v, %v", s, got, err)
		}
	}
	if _, err := ParseSubset("all"); err == nil {
		t.Error("no error")
	}
}
