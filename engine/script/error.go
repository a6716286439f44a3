package script

import (
	"strconv"

	"closenotify/engine"
)

// Error says where a script breaks the grammar.
type Error struct {
	Line   int    // from 1
	Column int    // where in the line, in characters from 1, if an Expectation is wrong; else 0
	Text   string // the offending text, "" where something is missing
	Want   string // what was expected, or what is wrong with the text
}

// Error returns place, text and what was expected in one line, the text as engine.Quote
// does.
func (e *Error) Error() string {
	s := "line " + strconv.Itoa(e.Line)
	if e.Column > 0 {
		s += ", column " + strconv.Itoa(e.Column)
	}
	s += ": "
	if e.Text != "" {
		s += engine.Quote(e.Text) + ": "
	}
	return s + e.Want
}
