package cc

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

// place finds a position of the person's text in a message of the front end.
var place = regexp.MustCompile(`program\.c:(\d+):(\d+)`)

// tail is the front end's position in its own source, at the end of its messages.
var tail = regexp.MustCompile(`\s*\([\w./@]+\.go:\d+[^)]*\)+$|\s*\([a-z]+\.go:.*\)$`)

// frontErrors turns what the front end reports into Errors.
func frontErrors(err error, text string) (errs Errors) {
	lines := strings.Split(err.Error(), "\n")
	for _, line := range lines {
		// A message without a place follows from one with a place.
		if strings.TrimSpace(line) != "" && (place.MatchString(line) || len(errs) == 0 && (!place.MatchString(err.Error()) || strings.Contains(line, endName))) {
			errs = append(errs, frontError(line, text))
		}
		if len(errs) == 20 {
			break
		}
	}
	return errs
}

func frontError(line, text string) *Error {
	e := &Error{Line: 1, Column: 1, Message: tail.ReplaceAllString(line, "")}
	if m := place.FindStringSubmatchIndex(e.Message); m != nil {
		e.Line, e.Column = number(e.Message[m[2]:m[3]]), number(e.Message[m[4]:m[5]])
		e.Message = strings.TrimLeft(e.Message[:m[0]]+e.Message[m[1]:], ": ")
	}
	if strings.Contains(e.Message, endName) || strings.Contains(e.Message, "unexpected EOF") {
		e.Line = strings.Count(text, "\n") + 1
		e.Column = len(text) - strings.LastIndex(text, "\n")
		e.Message = "the text ends where more is expected"
	}
	if name, ok := strings.CutPrefix(e.Message, "undefined: "); ok {
		e.Name = name
		e.Message = name + " is not declared"
		e.Suggestion = suggest(name)
	}
	if strings.HasPrefix(e.Message, "macro expansion limit exceeded") {
		e.Message = "the macros of this text expand to more than a million words"
	}
	e.nameType(text)
	if e.Message == "" {
		e.Message = "#error ends the compilation" // it says no more
	}
	if strings.HasPrefix(e.Message, "TODO ") || strings.Contains(e.Message, "internal error") {
		e.Message = "this cannot be compiled: " + strings.TrimPrefix(e.Message, "TODO ")
	}
	return e
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// headers has no file: no line of the text includes one.
type headers struct{}

// Open finds nothing.
func (headers) Open(string) (fs.File, error) { return nil, fs.ErrNotExist }
