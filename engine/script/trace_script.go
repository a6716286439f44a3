package script

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// TraceKey is the key of the first object of a trace in JSON whose value is the text of the
// script. trace -export json writes it, trace -json does not.
const TraceKey = "script"

// AppendTrace appends a trace in JSON that has the text of its script: lines are those that
// AppendJSON has appended, each with a line break. The first object has the text as its first key;
// if there is none, there is an object with only this key.
func AppendTrace(b []byte, text string, lines []byte) []byte {
	b = appendText(append(b, `{"`+TraceKey+`":`...), text)
	if len(lines) == 0 {
		return append(b, "}\n\n"...)
	}
	b = append(b, ',')
	return append(append(b, lines[1:]...), '\n')
}

// TextOfTrace finds the text of the script in a trace in JSON that has it, also if another program
// has formatted the trace anew or made a list of its objects. The text is as it was: Parse says what
// is wrong with it. The error says why trace is no such trace, in words that follow a colon. Only the
// objects up to the text are looked at.
func TextOfTrace(trace string) (text string, err error) {
	s := &jsonScanner{rest: strings.TrimPrefix(trace, "\ufeff")}
	s.skip('[')
	if !s.skip('{') {
		return "", errors.New("it is no trace in JSON: it does not begin with an object")
	}
	for !s.skip('}') {
		key, ok := s.text()
		if !ok || !s.skip(':') {
			return "", errNotJSON
		}
		if key == TraceKey {
			if text, ok = s.text(); !ok {
				return "", errNotJSON
			}
			return text, nil
		}
		if !s.value() {
			return "", errNotJSON
		}
		s.skip(',')
	}
	return "", errors.New(`its first object has no key "` + TraceKey + `"; trace -export json writes traces that have it`)
}

var errNotJSON = errors.New("it is no trace in JSON, or is cut off")

// jsonScanner reads JSON from front to back. encoding/json would be a tenth of what the page
// downloads.
type jsonScanner struct{ rest string }

// skip skips a character, and blanks before it; false if something else is there.
func (s *jsonScanner) skip(c byte) bool {
	s.rest = strings.TrimLeft(s.rest, " \t\r\n")
	if s.rest == "" || s.rest[0] != c {
		return false
	}
	s.rest = s.rest[1:]
	return true
}

// value skips a value of any kind.
func (s *jsonScanner) value() bool {
	for depth := 0; ; {
		switch {
		case s.skip('{') || s.skip('['):
			depth++
		case s.skip('}') || s.skip(']'):
			depth--
		case s.skip(',') || s.skip(':'):
		case strings.HasPrefix(s.rest, `"`):
			if _, ok := s.text(); !ok {
				return false
			}
		default: // a number or a word
			end := strings.IndexAny(s.rest, ",:{}[]\" \t\r\n")
			if end <= 0 {
				return false
			}
			s.rest = s.rest[end:]
		}
		if depth <= 0 {
			return depth == 0
		}
	}
}

// text reads a string. A surrogate that stands alone becomes U+FFFD, as in encoding/json.
func (s *jsonScanner) text() (string, bool) {
	if !s.skip('"') {
		return "", false
	}
	var b strings.Builder
	for {
		end := strings.IndexAny(s.rest, `"\`)
		if end < 0 {
			return "", false
		}
		b.WriteString(s.rest[:end])
		closed := s.rest[end] == '"'
		s.rest = s.rest[end+1:]
		if closed {
			return b.String(), true
		}
		c, ok := s.escaped()
		if !ok {
			return "", false
		}
		b.WriteRune(c)
	}
}

// escaped reads what follows a backslash.
func (s *jsonScanner) escaped() (rune, bool) {
	const letters, meaning = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if s.rest == "" {
		return 0, false
	}
	c := s.rest[0]
	s.rest = s.rest[1:]
	if i := strings.IndexByte(letters, c); i >= 0 {
		return rune(meaning[i]), true
	}
	if c != 'u' {
		return 0, false
	}
	first, ok := s.unit()
	if utf16.IsSurrogate(first) {
		rest, escaped := strings.CutPrefix(s.rest, `\u`)
		ahead := jsonScanner{rest}
		second, isUnit := ahead.unit()
		if first = utf16.DecodeRune(first, second); escaped && isUnit && first != unicode.ReplacementChar {
			s.rest = ahead.rest
			return first, true
		}
		first = unicode.ReplacementChar
	}
	return first, ok
}

// unit reads the four hexadecimal digits of a UTF-16 code unit.
func (s *jsonScanner) unit() (c rune, ok bool) {
	if len(s.rest) < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(s.rest[:4], 16, 16)
	s.rest = s.rest[4:]
	return rune(n), err == nil
}
