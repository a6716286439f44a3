package conformance

import (
	"fmt"
	"slices"
	"strings"
)

// splitScript separates directives and programs from steps. It drops comments and
// expectations, but not in programs.
func splitScript(script string) (head string, steps []string) {
	for line, ofProgram := range scriptLines(script) {
		if ofProgram {
			head += line
			continue
		}
		line, _, _ = strings.Cut(line, "#")
		line, _, _ = strings.Cut(line, "=>")
		switch text := strings.Join(strings.Fields(line), " "); {
		case text == "":
		case isStep(text):
			steps = append(steps, text)
		default:
			head += text + "\n"
		}
	}
	return head, steps
}

// isStep reports whether a line of a script is a step, not a directive, a comment or
// empty.
func isStep(line string) bool {
	words := strings.Fields(line)
	return len(words) > 0 && (slices.Contains(peers, words[0]) || slices.Contains(directions, words[0]) || words[0] == "run")
}

// isOf reports whether the step is one of the call or step of the network with this word.
func isOf(step, word string) bool {
	words := strings.Fields(step)
	return len(words) > 0 && strings.HasPrefix(strings.Join(words[1:], " ")+" ", word+" ")
}

// WireIsCompared reports whether the numbers of bytes on the wire are compared for a
// script. They are not if it puts handshake messages there: their length depends on
// certificates and releases.
func WireIsCompared(script string) bool {
	head, steps := splitScript(script)
	for line, ofProgram := range scriptLines(head) {
		if ofProgram && beginsHandshakeInC.MatchString(line) {
			return false
		}
		if start, ok := strings.CutPrefix(line, "start "); ok && !ofProgram && strings.TrimSpace(start) != "established" {
			return false
		}
	}
	cleared := false // the client has called SSL_clear: it begins a handshake with a ClientHello
	for _, step := range steps {
		ofClient := strings.HasPrefix(step, peers[0]+" ")
		if isOf(step, "SSL_renegotiate") || cleared && ofClient && beginsHandshake(step) {
			return false
		}
		cleared = cleared || ofClient && isOf(step, "SSL_clear")
	}
	return true
}

// beginsHandshake reports whether the step would begin a handshake after SSL_clear.
func beginsHandshake(step string) bool {
	return slices.ContainsFunc(vocabulary, func(c candidate) bool { return c.begins && isOf(step, c.word) })
}

// hasSeparator reports whether a line of the script is "---", outside programs. It ends a
// script for the harness.
func hasSeparator(script string) bool {
	for line, ofProgram := range scriptLines(script) {
		if !ofProgram && strings.TrimRight(line, "\r\n") == "---" {
			return true
		}
	}
	return false
}

// WithProfile returns the script with the profile and version given in place of its own.
func WithProfile(script, profile, version string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "profile %s\nversion %s\n", profile, version)
	for line, ofProgram := range scriptLines(script) {
		if words := strings.Fields(line); !ofProgram && len(words) > 0 && (words[0] == "profile" || words[0] == "version") {
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}
