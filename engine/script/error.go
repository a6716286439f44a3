package script

import (
	"strconv"

	"closenotify/engine"
)

// Error says where a script breaks the grammar.
type Error struct {
	Line   int    // from 1
	Column int    // where Text begins in the line, or where something is missing, in characters from 1
	Text   string // the offending text, "" where something is missing
	Want   string // what was expected, or what is wrong with the text
	meant  func() string
}

// Error returns place, text, what was expected, and what was probably meant in one line,
// the text as engine.Quote does.
func (e *Error) Error() string {
	s := e.Place() + ": " + e.Expected()
	if meant := e.Meant(); meant != "" {
		s += "; did you mean " + meant + "?"
	}
	return s
}

// Place is "line 2, column 8".
func (e *Error) Place() string {
	return "line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column)
}

// Expected is what was expected instead of the text.
func (e *Error) Expected() string {
	if e.Text == "" {
		return e.Want
	}
	return engine.Quote(e.Text) + ": " + e.Want
}

// Short is what was probably meant, or else what was expected: "did you mean SSL_read?"
func (e *Error) Short() string {
	if meant := e.Meant(); meant != "" {
		return engine.Quote(e.Text) + ": did you mean " + meant + "?"
	}
	return e.Expected()
}

// Meant is what was probably meant by Text, "" if nothing is like it.
func (e *Error) Meant() string {
	if e.meant == nil {
		return ""
	}
	return e.meant()
}
