package link

import (
	"errors"
	"unicode/utf8"
)

// maxError is how many characters an error has at most, so that it fits into a notice
// whatever the link repeats.
const maxError = 200

var (
	errDamaged   = errors.New("the link is damaged or cut short; copy it again from its source")
	errNoProgram = errors.New("a readable link cannot hold a program; the form that Share makes can")
	errNewer     = errors.New("the link was made by a newer version of this page; reload the page and try again")
)

// shortError is an error with that text, cut to 200 characters.
func shortError(text string) error {
	if utf8.RuneCountInString(text) > maxError {
		text = string([]rune(text)[:maxError-1]) + "…"
	}
	return errors.New(text)
}
