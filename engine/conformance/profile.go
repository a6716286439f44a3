package conformance

import (
	"fmt"
	"strings"
)

// ProfileOf names the profile of a release: "OpenSSL 3.0.20 7 Apr 2026" is
// openssl-3.0. A release without a profile of its own, such as 3.3, has that of
// the nearest one with the same record layer. "" is none at all.
func ProfileOf(version string) string {
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
		return "openssl-3.0"
	case before(3, 5, 8):
		return "openssl-3.5"
	case before(3, 6, 0):
		return "openssl-3.5.9"
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
