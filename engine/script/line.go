package script

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"closenotify/engine"
)

// lineKind says what a line is.
type lineKind uint8

const (
	blankLine lineKind = iota
	commentLine
	directiveLine
	programLine
	stepLine
)

// line is what one line says, whatever stands around it.
type line struct {
	kind      lineKind
	comment   string // what follows the #
	commented bool   // there is a #
	op        engine.Op
	run       bool // the step is run
	expect    *Expectation
	role      engine.Role // whose program begins
	directive directive
	value     string // of the directive
	text      string // the whole directive, or what begins a program
	column    int    // of the text
}

// parseLine reads one line. The error has no Line yet.
func parseLine(text string) (line, *Error) {
	if !utf8.ValidString(text) {
		return line{}, &Error{Column: 1, Want: "the line is not UTF-8"}
	}
	code, comment, commented := strings.Cut(text, "#")
	l := line{commented: commented}
	if commented {
		l.comment = commentText(comment)
	}
	first := firstWord(code)
	switch {
	case first == "" && commented:
		l.kind = commentLine
		return l, nil
	case first == "":
		return l, nil
	case first == "---":
		return l, &Error{Column: columnOf(code, first), Text: "---", Want: "a script cannot contain ---, which separates scripts for the trace command"}
	}
	switch first {
	case programWord:
		return parseProgram(l, code)
	case runWord:
		return parseRun(l, code)
	}
	if d, ok := findDirective(first); ok {
		return parseDirective(l, d, code)
	}
	return parseStep(l, code)
}

// firstWord is the first word of a text, "" if there is none.
func firstWord(text string) string {
	from := -1
	for i, c := range text {
		switch space := c == ' ' || (c < '!' || c > '~') && unicode.IsSpace(c); { // nearly all are ASCII
		case space && from >= 0:
			return text[from:i]
		case !space && from < 0:
			from = i
		}
	}
	if from < 0 {
		return ""
	}
	return text[from:]
}

// column is the place of byte at of a line, in characters from 1.
func column(text string, at int) int { return 1 + utf8.RuneCountInString(text[:at]) }

// columnOf is the column in which a word first stands.
func columnOf(text, word string) int { return column(text, strings.Index(text, word)) }

// parseDirective reads the line of a directive.
func parseDirective(l line, d directive, code string) (line, *Error) {
	words := strings.Fields(code)
	l.kind, l.directive, l.value = directiveLine, d, strings.Join(words[1:], " ")
	l.text, l.column = strings.Join(words, " "), columnOf(code, words[0])
	var c engine.Config
	if !d.set(&c, l.value) {
		return l, &Error{Column: l.column, Text: l.text, Want: "expected " + d.wanted(), meant: func() string { return d.nearest(l.value) }}
	}
	return l, nil
}

// parseStep reads the line of a step, and what is expected of it.
func parseStep(l line, code string) (line, *Error) {
	l.kind = stepLine
	text, expectation, expects := strings.Cut(code, expectationMark)
	op, err := engine.ParseOp(text)
	if wrong, bad := errors.AsType[*engine.SyntaxError](err); bad {
		return l, stepError(text, wrong)
	}
	l.op = op
	if !expects {
		return l, nil
	}
	e, err := ParseExpectation(op, expectation)
	if wrong, bad := errors.AsType[*Error](err); bad {
		wrong.Column += utf8.RuneCountInString(text + expectationMark)
		return l, wrong
	}
	l.expect = &e
	return l, nil
}

// parseRun reads the step run.
func parseRun(l line, code string) (line, *Error) {
	l.kind, l.run = stepLine, true
	if rest := strings.TrimSpace(afterWord(code, runWord)); rest != "" {
		at := len(code) - len(afterWord(code, runWord))
		return l, &Error{Column: column(code, at), Text: rest, Want: "expected nothing after " + runWord}
	}
	return l, nil
}

// stepError is the error for a line that is no step.
func stepError(text string, wrong *engine.SyntaxError) *Error {
	e := &Error{Column: column(text, wrong.At), Text: wrong.Text, Want: "expected " + wrong.Want, meant: wrong.Meant}
	if wrong.Text == "" { // after the last word, not after the blanks that follow it
		e.Column = column(text, len(strings.TrimRightFunc(text, unicode.IsSpace)))
	}
	first := firstWord(text)
	if beginsStep(first) {
		return e
	}
	if who := missingSubject(first, text); who != "" {
		e.Want = "expected " + who + " before it"
		return e
	}
	e.Want += orDirective
	e.meant = func() string { return engine.Nearest(first, firstWords) }
	return e
}

// orDirective is what else could have been expected.
var orDirective = "; or " + directiveNames() + " before the first step; or " + programWord + " or " + runWord

// firstWords are the words that a line can begin with.
var firstWords = []string{
	engine.Client.String(), engine.Server.String(), engine.ClientToServer.String(), engine.ServerToClient.String(),
	"profile", "version", "start", "transport", programWord, runWord,
}

// missingSubject says what a text needs in front to be a step, "" if that would not help.
func missingSubject(first, text string) string {
	if slices.ContainsFunc(firstWords, func(word string) bool { return strings.EqualFold(word, strings.TrimRight(first, ":,.")) }) {
		return ""
	}
	if _, ok := engine.ParseLooseOp("client " + text); ok {
		return "client or server"
	}
	if _, ok := engine.ParseLooseOp("c2s " + text); ok {
		return "c2s or s2c"
	}
	return ""
}

// beginsStep reports whether a step can begin with that word.
func beginsStep(word string) bool { return slices.Contains(firstWords[:4], word) }

// commentText is the text of a comment, given what follows its #: without the blank after that,
// but with what it is indented beyond it. A caption keeps its #, and no other comment may begin
// like one.
func commentText(s string) string {
	s = strings.TrimRightFunc(StripHidden(s), unicode.IsSpace)
	if IsCaption("#" + s) {
		return "#" + s
	}
	if trimmed := strings.TrimSpace(s); IsCaption(trimmed) {
		return "# " + trimmed[1:]
	}
	return strings.TrimPrefix(s, " ")
}
