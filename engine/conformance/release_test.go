package conformance

import (
	"errors"
	"slices"
	"testing"
)

// testReleases is like releases.txt, and does not change with it.
const testReleases = `
probe short-record version tls1.2|s2c inject alert|client SSL_read 1
openssl-1.1.1  1.1.1 -                             bullseye                   -
openssl-3.0.20 3.0.0 short-record="description":80 bookworm                   -
openssl-3.0    3.0.0 short-record="description":20 bookworm-security,bookworm -
openssl-3.5.7  3.2.0 short-record="description":80 gone                       -
openssl-3.5    3.2.0 short-record="description":20 trixie                     libc6
openssl-3.6    3.6.0 -                             unstable                   libc6
`

func TestProfileOf(t *testing.T) {
	releases := parseReleases(testReleases)
	for _, c := range []struct{ version, answer, want string }{
		{"OpenSSL 1.1.1w  11 Sep 2023", "", "openssl-1.1.1"},
		{"OpenSSL 3.0.20 7 Apr 2026", `"description":80`, "openssl-3.0.20"},
		{"OpenSSL 3.0.22 25 Aug 2026", `"description":20`, "openssl-3.0"},
		{"OpenSSL 3.1.4 24 Oct 2023", `"description":80`, "openssl-3.0.20"},
		{"OpenSSL 3.3.2 3 Sep 2024", `"description":80`, "openssl-3.5.7"},
		{"OpenSSL 3.5.7 9 Jun 2026", `"description":20`, "openssl-3.5"}, // with a backported change
		{"OpenSSL 3.6.5 29 Sep 2026", "", "openssl-3.6"},
		{"OpenSSL 3.5.7 9 Jun 2026", "nothing known", ""},
		{"OpenSSL 1.0.2u 20 Dec 2019", "", ""},
		{"OpenSSL three", "", ""},
		{"nothing", "", ""},
	} {
		got, err := profileOf(releases, c.version, func(string) (string, error) { return c.answer, nil })
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s that answers %s: got %q, %v, want %q", c.version, c.answer, got, err, c.want)
		}
	}
	failure := errors.New("no answer")
	if _, err := profileOf(releases, "OpenSSL 3.0.20", func(string) (string, error) { return "", failure }); err != failure {
		t.Errorf("a probe that fails gives the error %v", err)
	}
}

func TestHarnessProfile(t *testing.T) {
	h := fake(t)
	if got, version, err := h.Profile(); err == nil || version != fakeVersion {
		t.Errorf("%s, whose answers are like no release's, is %q, %v", version, got, err)
	}
}

func TestReleases(t *testing.T) {
	byAge := func(a, b Release) int { return slices.Compare(a.since[:], b.since[:]) }
	if len(Releases) == 0 || !slices.IsSortedFunc(Releases, byAge) {
		t.Errorf("releases.txt is empty or not sorted by since: %v", Releases)
	}
	for i, r := range Releases {
		if found, ok := ReleaseOf(r.Profile); !ok || found != r {
			t.Errorf("%s stands twice in releases.txt", r.Profile)
		}
		if i > 0 && r.since == Releases[i-1].since && (r.probe == "" || Releases[i-1].probe == "") {
			t.Errorf("nothing tells %s and %s apart", Releases[i-1].Profile, r.Profile)
		}
	}
	if _, ok := ReleaseOf("openssl-0.9.8"); ok {
		t.Error("there is a release that is not in the table")
	}
}

func TestParseReleasesRefuses(t *testing.T) {
	for _, text := range []string{
		"openssl-3.0 3.0.0 - bookworm\n", "openssl-3.0 three - bookworm -\n",
		"openssl-3.0 3.0.0 none=x bookworm -\n", "probe a client SSL_read 1\nopenssl-3.0 3.0.0 a= bookworm -\n",
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
