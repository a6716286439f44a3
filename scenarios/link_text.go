package scenarios

import (
	"strings"
	"unicode/utf8"

	"closenotify/engine/script"
)

// The text of a script, its title and narration, travels in a link as one
// string: the introduction, then the note of each step, then what stands behind
// the last, with a separator between them that no script can contain.
const textSeparator = "\n\n"

// textOf gathers the text of s, "" when it has none.
func textOf(s script.Script) string {
	parts := []string{strings.Join(s.Intro, "\n")}
	for _, step := range s.Steps {
		parts = append(parts, step.Note)
	}
	parts = append(parts, s.Outro)
	for i, p := range parts {
		parts[i] = escapeText(p)
	}
	return strings.TrimRight(strings.Join(parts, textSeparator), "\n")
}

// escapeText keeps empty lines inside a part from looking like a separator.
func escapeText(part string) string {
	return strings.ReplaceAll(strings.ReplaceAll(part, "\n\n", "\n \n"), "\n\n", "\n \n")
}

// withText puts the text back, or that of the shipped scenario with the same
// steps where there is none.
func withText(s script.Script, text string) script.Script {
	if text == "" {
		return shippedText(s)
	}
	parts := strings.Split(text, textSeparator)
	part := func(i int) string {
		if i >= len(parts) {
			return ""
		}
		lines := strings.Split(parts[i], "\n")
		for j, l := range lines {
			lines[j] = strings.TrimSpace(l)
		}
		return strings.Join(lines, "\n")
	}
	if intro := part(0); intro != "" {
		s.Intro = strings.Split(intro, "\n")
	}
	for i := range s.Steps {
		s.Steps[i].Note = part(i + 1)
	}
	s.Outro = part(len(s.Steps) + 1)
	return s
}

// shippedText gives s the text of the shipped scenario that has its steps, or
// none if there is no such scenario.
func shippedText(s script.Script) script.Script {
	bare := script.Script{Config: s.Config.Sparse()}
	for _, step := range s.Steps {
		bare.Steps = append(bare.Steps, script.Step{Op: step.Op})
	}
	for _, l := range library {
		if sameSteps(l.Script, bare) {
			return l.Script
		}
	}
	return bare
}

// sameSteps reports whether two scripts do the same.
func sameSteps(a, b script.Script) bool {
	if a.Config.Sparse() != b.Config.Sparse() || len(a.Steps) != len(b.Steps) {
		return false
	}
	for i := range a.Steps {
		if a.Steps[i].Op != b.Steps[i].Op {
			return false
		}
	}
	return true
}

// sameText reports whether two scripts with the same steps have the same text.
func sameText(a, b script.Script) bool { return textOf(a) == textOf(b) }

// putText packs a text.
func putText(w *bitWriter, text string) {
	if text == "" {
		w.put(0, 1)
		return
	}
	w.put(1, 1)
	w.putNumber(uint64(len(text)))
	for _, c := range []byte(text) {
		w.put(uint64(c), 8)
	}
}

// getText unpacks a text. Control characters and marks that turn the direction
// of writing have no place in one.
func getText(r *bitReader) (string, bool) {
	if r.get(1) == 0 {
		return "", true
	}
	n, ok := r.getNumber()
	if !ok || n == 0 || n > maxLinkText {
		return "", false
	}
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.get(8))
	}
	return string(b), utf8.Valid(b) && !strings.ContainsFunc(string(b), forbiddenRune)
}

// forbiddenRune reports control characters other than the line feed, and the
// bidirectional overrides and isolates (UAX #9).
func forbiddenRune(c rune) bool {
	return c < ' ' && c != '\n' || c == 0x7f || 0x80 <= c && c < 0xa0 ||
		0x202a <= c && c <= 0x202e || 0x2066 <= c && c <= 0x2069
}
