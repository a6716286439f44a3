package link

import (
	"errors"
	"unicode/utf8"

	"closenotify/engine"
)

// Limits in characters, so that an error fits into a notice of two lines on a phone, whatever the
// link repeats.
const (
	maxError  = 70
	maxQuoted = 14 // of the link or of a title
)

var (
	errDamaged   = errors.New("it is damaged or cut short; copy it again from its source")
	errNoProgram = errors.New("a readable link cannot hold a program; the form that Share makes can")
	errNewer     = errors.New("a newer version of this page made it; reload the page")
)

// shortError is an error with that text, cut to maxError characters.
func shortError(text string) error {
	if utf8.RuneCountInString(text) > maxError {
		text = string([]rune(text)[:maxError-1]) + "…"
	}
	return errors.New(text)
}

// quoted is the beginning of a text in quotation marks.
func quoted(text string) string {
	if utf8.RuneCountInString(text) > maxQuoted {
		text = string([]rune(text)[:maxQuoted]) + "…"
	}
	return engine.Quote(text)
}
