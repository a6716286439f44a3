package draw

import (
	"strings"
	"unicode"
)

// font is a kind of typeface. Which fonts a viewer has is not known. Widths are those
// of DejaVu, which is wider than most.
type font uint8

const (
	sans font = iota
	bold      // sans, semi-bold
	mono
)

// Font sizes, pixels.
const (
	titleSize  = 17
	textSize   = 12
	remarkSize = 11
)

// textWidth estimates how wide a text is, pixels.
func textWidth(s string, size int, f font) int {
	total := 0 // in hundredths of the font size
	for _, r := range s {
		total += runeWidth(r, f)
	}
	return (total*size + 99) / 100
}

// runeWidth estimates the width of a character in hundredths of the font size.
func runeWidth(r rune, f font) int {
	switch {
	case unicode.Is(unicode.Mn, r): // combining marks
		return 0
	case f == mono && r < 0x2e80:
		return 61
	case r >= 0x2e80: // East Asian characters, emoji
		return 105
	}
	width := 70
	switch {
	case strings.ContainsRune("ijl.,' ", r):
		width = 32
	case strings.ContainsRune("Ifrt:;|!()[]", r):
		width = 41
	case strings.ContainsRune("cksz_-/", r):
		width = 58
	case strings.ContainsRune("mwMW@%→←…×", r):
		width = 100
	case unicode.IsLower(r) || unicode.IsDigit(r):
		width = 64
	case unicode.IsUpper(r):
		width = 79
	}
	if f == bold {
		return width * 112 / 100
	}
	return width
}

// wrap breaks a text into at most maxLines lines, each at most width pixels wide. It
// breaks at spaces, and in calls after "(" and "|". A word that is wider than a line is
// broken anywhere. An ellipsis ends the last line if there is more. The lines of "" are
// none.
func wrap(s string, size int, f font, width, maxLines int) []string {
	var lines []string
	line := ""
	for _, word := range breakable(firstRunes(s, maxLines*width)) {
		if line != "" && textWidth(strings.TrimRight(line+word, " "), size, f) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += word
		for textWidth(strings.TrimRight(line, " "), size, f) > width {
			head := fitting(line, size, f, width)
			lines = append(lines, head)
			line = line[len(head):]
		}
	}
	if line = strings.TrimRight(line, " "); line != "" {
		lines = append(lines, line)
	}
	if len(lines) > maxLines {
		lines = lines[:maxLines]
		lines[maxLines-1] = clip(lines[maxLines-1]+"…", size, f, width)
	}
	return lines
}

// firstRunes cuts a text after n characters. Long texts come from scripts.
func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// breakable splits a text after each character at which a line may end.
func breakable(s string) []string {
	var words []string
	s = strings.Join(strings.Fields(s), " ")
	for s != "" {
		n := strings.IndexAny(s, " (|") + 1
		if n == 0 {
			n = len(s)
		}
		words = append(words, s[:n])
		s = s[n:]
	}
	return words
}

// fitting gives the longest beginning of s that is at most width pixels wide, but at
// least one character.
func fitting(s string, size int, f font, width int) string {
	total := 0
	for i, r := range s {
		total += runeWidth(r, f)
		if total*size > width*100 && i > 0 {
			return s[:i]
		}
	}
	return s
}

// clip shortens a text to at most width pixels, with an ellipsis where it is cut.
func clip(s string, size int, f font, width int) string {
	if textWidth(s, size, f) <= width {
		return s
	}
	const ellipsis = "…"
	return fitting(s, size, f, width-textWidth(ellipsis, size, f)) + ellipsis
}
