package conformance

import (
	"fmt"
	"strings"
)

// probe shows the one thing that the latest patches of 3.0 and 3.5 changed: a record
// too short for its tag. Debian carried the change back into packages of 3.0.22 and
// 3.5.7, so the number of a release does not tell of it.
const (
	probe       = "version tls1.2\ns2c inject alert\nclient SSL_read 1\n"
	probeMended = `"description":20` // bad_record_mac; it was internal_error
)

// mended are the profiles of patched releases, by what they were before.
var mended = map[string]string{"openssl-3.0.20": "openssl-3.0", "openssl-3.5.7": "openssl-3.5"}

// Profile asks the binary which profile shows what it does, and which OpenSSL it
// runs on, in the form of Version. The error says that there is no such profile.
func (h *Harness) Profile() (profile, version string, err error) {
	if version, err = h.Version(); err != nil {
		return "", "", err
	}
	if profile = profileOf(version); profile == "" {
		return "", version, fmt.Errorf("there is no profile for %q", version)
	}
	after, patched := mended[profile]
	if !patched {
		return profile, version, nil
	}
	trace, err := h.Run(probe)
	if err == nil && strings.Contains(trace[len(trace)-1], probeMended) {
		profile = after
	}
	return profile, version, err
}

// profileOf names the profile of a release as it first came out: "OpenSSL 3.0.20 7
// Apr 2026" is openssl-3.0.20. A release without a profile of its own, such as 3.3, has
// that of the nearest one with the same record layer. "" is none at all.
func profileOf(version string) string {
	words := strings.Fields(version)
	if len(words) < 2 {
		return ""
	}
	var major, minor, patch int
	if n, _ := fmt.Sscanf(words[1], "%d.%d.%d", &major, &minor, &patch); n < 3 {
		return ""
	}
	switch before := func(m, n, p int) bool {
		return major < m || major == m && (minor < n || minor == n && patch < p)
	}; {
	case before(1, 1, 1):
		return ""
	case before(3, 0, 0):
		return "openssl-1.1.1"
	case before(3, 2, 0):
		return "openssl-3.0.20"
	case before(3, 6, 0):
		return "openssl-3.5.7"
	}
	return "openssl-3.6"
}

// Headed is the script with the profile and the version given, whatever it says
// of them itself.
func Headed(script, profile, version string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "profile %s\nversion %s\n", profile, version)
	for line := range strings.Lines(script) {
		if words := strings.Fields(line); len(words) > 0 && (words[0] == "profile" || words[0] == "version") {
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}
