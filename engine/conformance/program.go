package conformance

import (
	"iter"
	"regexp"
	"strings"
)

// programEnd is the line that ends the text of a program.
const programEnd = "end program"

// beginsHandshakeInC is a line of a program that may put handshake messages on the wire.
var beginsHandshakeInC = regexp.MustCompile(`\bSSL_(renegotiate|clear)\b`)

// scriptLines are the lines of a script, each with its line break and whether it belongs to
// a program, from "program client" or "program server" to "end program".
func scriptLines(script string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		inside := false
		for line := range strings.Lines(script) {
			ofProgram := inside || beginsProgram(line)
			inside = ofProgram && !(inside && strings.TrimRight(line, "\r\n") == programEnd)
			if !yield(line, ofProgram) {
				return
			}
		}
	}
}

// beginsProgram reports whether a line outside programs begins one.
func beginsProgram(line string) bool {
	line, _, _ = strings.Cut(line, "#")
	words := strings.Fields(line)
	return len(words) > 0 && words[0] == "program"
}

// Programs are the texts of the programs in a script, by peer. A peer without one has none.
func Programs(script string) map[string]string {
	programs := map[string]string{}
	peer := ""
	for line, ofProgram := range scriptLines(script) {
		switch text := strings.TrimRight(line, "\r\n"); {
		case !ofProgram:
		case peer == "":
			line, _, _ = strings.Cut(line, "#")
			peer = strings.TrimPrefix(strings.Join(strings.Fields(line), " "), "program ")
		case text == programEnd:
			peer = ""
		default:
			programs[peer] += text + "\n"
		}
	}
	return programs
}

// isUnfinished reports whether a program of the script does not end.
func isUnfinished(script string) bool {
	last := false
	text := ""
	for line, ofProgram := range scriptLines(script) {
		last, text = ofProgram, strings.TrimRight(line, "\r\n")
	}
	return last && text != programEnd
}
