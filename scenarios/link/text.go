package link

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// What a link says of a script's text, its title and narration: 2 bits.
const (
	textAsShipped = iota // that of the shipped scenario with these steps; none if there is no such scenario
	textGiven            // it follows
	textNone             // none, although there is a shipped scenario with these steps
)

// putText packs the text of a script.
func putText(w *bitWriter, s script.Script) error {
	parts := textOf(s)
	switch {
	case sameText(shippedText(s), s):
		w.put(textAsShipped, 2)
		return nil
	case isBare(parts):
		w.put(textNone, 2)
		return nil
	}
	w.put(textGiven, 2)
	total := 0
	for _, lines := range parts {
		w.putNumber(uint64(len(lines)))
		for _, line := range lines {
			// A tab is a blank to whoever reads it.
			line = strings.ReplaceAll(line, "\t", " ")
			if i := strings.IndexFunc(line, forbiddenRune); i >= 0 {
				return errors.New("a link cannot hold the character " + strconv.QuoteRuneToASCII([]rune(line[i:])[0]) + " of the narration " + strconv.QuoteToASCII(line))
			}
			total += len(line)
			w.putNumber(uint64(len(line)))
			for _, c := range []byte(line) {
				w.put(uint64(c), 8)
			}
		}
	}
	if total > maxText {
		return errors.New("a link holds at most " + strconv.Itoa(maxText) + " bytes of title and narration; this scenario has " + strconv.Itoa(total))
	}
	return nil
}

// getText unpacks the text of a script whose steps are known.
func getText(r *bitReader, s script.Script) (script.Script, bool) {
	switch r.get(2) {
	case textAsShipped:
		return shippedText(s), true
	case textNone:
		return s, true
	case textGiven:
	default:
		return s, false
	}
	parts := make([][]string, len(s.Steps)+2)
	total := 0
	for i := range parts {
		lines, ok := r.getNumber()
		for ; ok && lines > 0 && !r.short; lines-- {
			var line string
			if line, ok = getLine(r); ok {
				total += len(line) + 1
				parts[i] = append(parts[i], line)
			}
			ok = ok && total <= 2*maxText
		}
		if !ok {
			return s, false
		}
	}
	s.Intro = parts[0]
	for i := range s.Steps {
		s.Steps[i].Note = strings.Join(parts[i+1], "\n")
	}
	s.Outro = strings.Join(parts[len(parts)-1], "\n")
	return s, true
}

// getLine unpacks one line. Control characters and marks that turn the direction
// of writing have no place in it.
func getLine(r *bitReader) (string, bool) {
	n, ok := r.getNumber()
	if !ok || n > maxText {
		return "", false
	}
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.get(8))
	}
	return string(b), utf8.Valid(b) && !strings.ContainsFunc(string(b), forbiddenRune)
}

// textOf gathers the text of s in lines: the introduction, the note of each step,
// what stands behind the last.
func textOf(s script.Script) [][]string {
	lines := func(note string) []string {
		if note == "" {
			return nil
		}
		return strings.Split(note, "\n")
	}
	parts := [][]string{s.Intro}
	for _, step := range s.Steps {
		parts = append(parts, lines(step.Note))
	}
	return append(parts, lines(s.Outro))
}

// isBare reports whether there is no text at all.
func isBare(parts [][]string) bool {
	for _, p := range parts {
		if len(p) > 0 {
			return false
		}
	}
	return true
}

// shippedText gives s the text of the shipped scenario that has its steps, or
// none if there is no such scenario.
func shippedText(s script.Script) script.Script {
	bare := script.Script{Config: s.Config.Sparse()}
	for _, step := range s.Steps {
		bare.Steps = append(bare.Steps, script.Step{Op: step.Op})
	}
	for _, l := range scenarios.Library() {
		if sameSteps(l.Script, bare) {
			found := l.Script
			found.Config = bare.Config
			return found
		}
	}
	return bare
}

// sameSteps reports whether two scripts do the same.
func sameSteps(a, b script.Script) bool {
	if asDefault(a.Config) != asDefault(b.Config) || len(a.Steps) != len(b.Steps) {
		return false
	}
	for i := range a.Steps {
		if a.Steps[i].Op != b.Steps[i].Op {
			return false
		}
	}
	return true
}

// asDefault is c as the shipped scenarios are written. They ran with 3.5.7 when the
// first links were made.
func asDefault(c engine.Config) engine.Config {
	if c.Profile == "openssl-3.5.7" {
		c.Profile = engine.DefaultProfile
	}
	return c.Sparse()
}

// sameText reports whether two scripts with the same steps have the same text.
func sameText(a, b script.Script) bool {
	x, y := textOf(a), textOf(b)
	for i := range x {
		if strings.Join(x[i], "\n") != strings.Join(y[i], "\n") || len(x[i]) != len(y[i]) {
			return false
		}
	}
	return true
}

// forbiddenRune reports control characters, and the bidirectional overrides and
// isolates (UAX #9).
func forbiddenRune(c rune) bool {
	return c < ' ' || 0x7f <= c && c < 0xa0 || 0x202a <= c && c <= 0x202e || 0x2066 <= c && c <= 0x2069
}
