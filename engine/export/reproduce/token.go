package reproduce

import "strings"

// kind is what a token is.
type kind uint8

const (
	punctuation kind = iota
	identifier       // also a keyword
	number
	literal   // a string or a character
	comment   // with its delimiters
	directive // of the preprocessor, to the end of its line
)

// token is a token of C. It is text[from:to] of the text that it was read from.
type token struct {
	kind     kind
	text     string
	from, to int
}

// is reports whether the token is that punctuation or keyword.
func (t token) is(text string) bool { return t.kind <= identifier && t.text == text }

// tokenize reads the tokens of a text in C. Whatever it cannot read is punctuation.
func tokenize(text string) []token {
	var list []token
	line := true // nothing but blanks and comments in the line so far
	for at := 0; at < len(text); {
		if c := text[at]; c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' {
			line = line || c == '\n'
			at++
			continue
		}
		k, n := next(text[at:], line)
		list = append(list, token{k, text[at : at+n], at, at + n})
		at += n
		line = k == directive || k == comment && line
	}
	return list
}

// next is the kind and the length of the first token of a text. line says that it is the first
// of its line.
func next(text string, line bool) (kind, int) {
	c := text[0]
	switch {
	case strings.HasPrefix(text, "//"):
		return comment, lineLength(text)
	case strings.HasPrefix(text, "/*"):
		return comment, until(text, 2, "*/")
	case c == '#' && line:
		return directive, directiveLength(text)
	case c == '"' || c == '\'':
		return literal, literalLength(text)
	case isLetter(c):
		return identifier, wordLength(text, "")
	case isDigit(c) || c == '.' && len(text) > 1 && isDigit(text[1]):
		return number, wordLength(text, ".")
	}
	return punctuation, 1
}

// until is the length of a text up to the end of the first such mark from an index on.
func until(text string, from int, mark string) int {
	if i := strings.Index(text[min(from, len(text)):], mark); i >= 0 {
		return from + i + len(mark)
	}
	return len(text)
}

// lineLength is the length of a line that a backslash at its end continues, without its line
// break.
func lineLength(text string) int {
	for i := range len(text) {
		if text[i] == '\n' && !strings.HasSuffix(strings.TrimRight(text[:i], "\r"), `\`) {
			return i
		}
	}
	return len(text)
}

// directiveLength is the length of a directive: its line, and what a backslash or a comment
// adds to it.
func directiveLength(text string) int {
	for at := 0; at < len(text); {
		switch {
		case text[at] == '\n':
			return at
		case strings.HasPrefix(text[at:], "\\\n"):
			at += 2
		case strings.HasPrefix(text[at:], "\\\r\n"):
			at += 3
		case strings.HasPrefix(text[at:], "/*"):
			at += until(text[at:], 2, "*/")
		case strings.HasPrefix(text[at:], "//"):
			at += lineLength(text[at:])
		case text[at] == '"' || text[at] == '\'':
			at += literalLength(text[at:])
		default:
			at++
		}
	}
	return len(text)
}

// literalLength is the length of a string or character. It ends with its line at the latest.
func literalLength(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '\n':
			return i
		case text[0]:
			return i + 1
		}
	}
	return len(text)
}

// wordLength is the length of an identifier or a number, which also has the characters more.
func wordLength(text, more string) int {
	n := 1
	for n < len(text) && (isLetter(text[n]) || isDigit(text[n]) || strings.IndexByte(more, text[n]) >= 0) {
		n++
	}
	return n
}

func isLetter(c byte) bool {
	return c == '_' || c == '$' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
