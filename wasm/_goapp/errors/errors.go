// Package errors replaces go-app's package when the client is built (copy.sh). That one
// prints errors with encoding/json.
package errors

import "fmt"

// Error is an error with its cause.
type Error struct {
	text  string
	cause error
}

// New is an error with a text.
func New(text string) Error { return Error{text: text} }

// WithTag is the error with a value that explains it.
func (e Error) WithTag(name string, value any) Error {
	e.text += fmt.Sprintf(", %s %v", name, value)
	return e
}

// Wrap is the error with its cause.
func (e Error) Wrap(cause error) Error {
	e.cause = cause
	return e
}

// Error is the text of the error and of its cause.
func (e Error) Error() string {
	if e.cause == nil {
		return e.text
	}
	return e.text + ": " + e.cause.Error()
}
