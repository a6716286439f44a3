package cc

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Limits that keep the front end from recursing too deeply.
const (
	maxNesting   = 150  // brackets and braces, one inside the other
	maxStatement = 3000 // symbols between two semicolons or braces
)

// checkText refuses texts that are too long or too deep before anything reads them.
func checkText(text string) Errors {
	if len(text) > MaxText {
		return Errors{{Line: 1, Column: 1, Message: "the text is longer than 64 KiB"}}
	}
	s := scanner{text: text, line: 1, column: 1}
	for s.rest() != "" {
		if err := s.step(); err != nil {
			return Errors{err}
		}
	}
	return nil
}

// lineDirective changes what the lines of the text are called.
var lineDirective = regexp.MustCompile(`^#[ \t]*(line\b|\d)`)

// A scanner walks over a text and counts what is open.
type scanner struct {
	text           string
	at             int
	line, column   int
	depth, symbols int
}

func (s *scanner) rest() string { return s.text[s.at:] }

// skip moves on by n bytes.
func (s *scanner) skip(n int) {
	for range min(n, len(s.text)-s.at) {
		if s.text[s.at] == '\n' {
			s.line, s.column = s.line+1, 0
		}
		s.column++
		s.at++
	}
}

// step moves over the next symbol.
func (s *scanner) step() *Error {
	rest := s.rest()
	switch c := rest[0]; {
	case strings.HasPrefix(rest, "//"):
		s.skip(strings.IndexByte(rest+"\n", '\n'))
		return nil
	case strings.HasPrefix(rest, "/*"):
		end := strings.Index(rest[2:], "*/")
		if end < 0 {
			return s.err("this comment has no end", "*/")
		}
		s.skip(end + 4)
		return nil
	case c == '"' || c == '\'':
		return s.quoted(c)
	case c == '#' && lineDirective.MatchString(rest) && strings.TrimSpace(s.text[strings.LastIndexByte(s.text[:s.at], '\n')+1:s.at]) == "":
		return s.err("#line is not supported: lines are those of this text", "")
	case c == '\r' || c == 0:
		return s.err("there is a control character here", "")
	case c >= utf8.RuneSelf:
		return s.err("a character that C does not know is outside a string", "")
	}
	return s.symbol(rest[0])
}

// quoted moves over a string or character.
func (s *scanner) quoted(quote byte) *Error {
	rest := s.rest()
	for i := 1; i < len(rest) && rest[i] != '\n'; i++ {
		switch rest[i] {
		case '\\':
			i++
		case quote:
			s.skip(i + 1)
			s.symbols++
			return nil
		}
	}
	s.skip(1)
	return nil // the front end says what is wrong
}

// symbol moves over a word, a number or a sign.
func (s *scanner) symbol(c byte) *Error {
	switch c {
	case '(', '[', '{':
		s.depth++
	case ')', ']', '}':
		s.depth--
	}
	switch {
	case c == ';' || c == '{' || c == '}' || c == '#':
		s.symbols = 0
	case wordByte(c):
		s.symbols++
	case c != ' ' && c != '\t' && c != '\n' && c != ',':
		s.symbols++
	}
	if s.depth > maxNesting {
		return s.err("brackets are nested more than 150 deep", "")
	}
	if s.symbols > maxStatement {
		return s.err("a statement has more than 3,000 symbols", "")
	}
	n := 1
	for wordByte(c) && n < len(s.rest()) && wordByte(s.rest()[n]) {
		n++
	}
	s.skip(n)
	return nil
}

func wordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func (s *scanner) err(message, suggestion string) *Error {
	if suggestion != "" {
		suggestion = "write " + suggestion
	}
	return &Error{Line: s.line, Column: s.column, Message: message, Suggestion: suggestion}
}
