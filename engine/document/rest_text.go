package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// text reads a section title, an item of a definition list, or a paragraph and the literal
// block that it announces.
func (r *restReader) text(lines []restLine) (rest []restLine) {
	if n := titleLines(lines); n > 0 {
		return lines[n:]
	}
	if len(lines) > 1 && strings.HasPrefix(lines[1].text, " ") {
		_, rest := indented(lines, 0)
		return r.nested(dedent(lines[1:len(lines)-len(rest)]), rest)
	}
	end := 1
	for end < len(lines) && lines[end].text != "" && lines[end].text[0] != ' ' {
		end++
	}
	if announces(lines[end-1].text) {
		return literal(lines[end:])
	}
	return lines[end:]
}

// adornment is a line of one repeated punctuation character.
func adornment(text string) bool {
	return text != "" && strings.ContainsAny(text[:1], "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") && strings.Trim(text, text[:1]) == ""
}

// titleLines is how many lines a title takes with the lines over and under it, or a line
// between paragraphs; 0 if none begins here.
func titleLines(lines []restLine) int {
	text := lines[0].text
	next := func(i int) string {
		if i < len(lines) {
			return lines[i].text
		}
		return ""
	}
	switch {
	case adornment(text) && len(text) >= 4 && next(1) == "":
		return 1
	case adornment(text) && next(1) != "" && next(2) == text:
		return 3
	case adornment(text) && len(text) >= 4:
		return 2 // docutils calls it an incomplete title
	case adornment(next(1)) && (len(next(1)) >= 4 || utf8.RuneCountInString(text) <= len(next(1))):
		return 2
	}
	return 0
}

// announcement ends a paragraph before a literal block.
var announcement = regexp.MustCompile(`(^|[^\\])(\\\\)*::$`)

// announces reports whether the last line of a paragraph announces a literal block.
func announces(text string) bool { return announcement.MatchString(text) }

// literal skips a literal block, which is indented, or whose lines all begin with the same
// punctuation character.
func literal(lines []restLine) (rest []restLine) {
	end := 0
	for end < len(lines) && (lines[end].text == "" || lines[end].text[0] == ' ') {
		end++
	}
	for _, l := range lines[:end] {
		if l.text != "" {
			return lines[end:]
		}
	}
	if end == len(lines) || !adornment(lines[end].text[:1]) {
		return lines[end:]
	}
	quote := lines[end].text[:1]
	for end < len(lines) && strings.HasPrefix(lines[end].text, quote) {
		end++
	}
	return lines[end:]
}

// simpleTableEnd is how many lines a table has whose borders are lines of =. Its head is
// between the first two borders, and its last border has an empty line after it.
func simpleTableEnd(lines []restLine) int {
	border := regexp.MustCompile(`^=+[ =]*$`)
	found := 0
	for i, l := range lines[1:] {
		if !border.MatchString(l.text) {
			continue
		}
		found++
		if found == 2 || i+2 == len(lines) || lines[i+2].text == "" {
			return i + 2
		}
	}
	return untilBlank(lines)
}

// table skips a table of n lines. A directive in it is an error: it would not be checked.
func (r *restReader) table(lines []restLine, n int) (rest []restLine) {
	for _, l := range lines[:n] {
		if strings.Contains(l.text, ".. "+Word+"::") {
			r.fail(l, "a block in a cell of a table is not read; use the directive list-table")
		}
	}
	return lines[n:]
}

// fail adds an error.
func (r *restReader) fail(l restLine, what string) {
	r.found.Errors = append(r.found.Errors, &Error{l.number, what})
}
