package explain

import (
	"strings"
	"testing"

	"closenotify/engine"
)

func TestReleases(t *testing.T) {
	var every []string
	for _, p := range engine.Profiles() {
		every = append(every, p.Name)
	}
	all := strings.Join(every, " ")
	for profiles, want := range map[string]string{
		all:                          "every release",
		"openssl-1.1.1":              "OpenSSL 1.1.1",
		"openssl-3.0":                "OpenSSL 3.0.22",
		"openssl-3.0.20 openssl-3.0": "OpenSSL 3.0",
		"openssl-1.1.1 openssl-4.0":  "OpenSSL 1.1.1, 4.0",
		"openssl-3.6 openssl-4.0":    "OpenSSL 3.6 and later",
		"openssl-1.1.1 openssl-3.0.20 openssl-3.0 openssl-3.5 openssl-3.5.7": "OpenSSL 1.1.1 to 3.5",
		strings.TrimPrefix(all, "openssl-1.1.1 "):                            "OpenSSL 3.0 and later",
		strings.TrimPrefix(all, "openssl-1.1.1 openssl-3.0.20 "):             "OpenSSL 3.0.22, 3.5, 3.6, 4.0",
	} {
		if got := Releases(strings.Fields(profiles)); got != want {
			t.Errorf("%s: %q, want %q", profiles, got, want)
		}
	}
}
