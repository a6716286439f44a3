package conformance

import (
	"fmt"
	"slices"
	"strings"
)

// splitScript separates directives from steps. It drops comments.
func splitScript(script string) (head string, steps []string) {
	for line := range strings.Lines(script) {
		line, _, _ = strings.Cut(line, "#")
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case slices.Contains(peers, words[0]) || slices.Contains(directions, words[0]):
			steps = append(steps, strings.Join(words, " "))
		default:
			head += strings.Join(words, " ") + "\n"
		}
	}
	return head, steps
}

// WireIsCompared reports whether the numbers of bytes on the wire are compared for a
// script. They are not if it puts handshake messages there: their length depends on
// certificates and releases.
func WireIsCompared(script string) bool {
	cleared := false
	for line := range strings.Lines(script) {
		words := strings.Fields(line)
		if len(words) < 2 {
			continue
		}
		cleared = cleared || words[1] == "SSL_clear"
		if words[0] == "start" && words[1] != "established" || words[1] == "SSL_renegotiate" || cleared && words[1] == "SSL_do_handshake" {
			return false
		}
	}
	return true
}

// hasSeparator reports whether a line of the script is "---", which ends a script for the
// harness.
func hasSeparator(script string) bool {
	for line := range strings.Lines(script) {
		if strings.TrimRight(line, "\r\n") == "---" {
			return true
		}
	}
	return false
}

// WithProfile returns the script with the profile and version given in place of its own.
func WithProfile(script, profile, version string) string {
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
