package script

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"closenotify/engine"
)

// Limits of a script.
const (
	MaxLength = 4 << 20 // bytes of text: room for MaxSteps
	MaxSteps  = 100_000
)

// byteOrderMark is what some editors put at the start of a text in UTF-8.
const byteOrderMark = "\ufeff"

// Error says where a script breaks the grammar.
type Error struct {
	Line int    // from 1
	Text string // the offending text, "" where something is missing
	Want string // what was expected, or what is wrong with the text
}

// Error returns line, text and expectation in one line, the text as engine.Quote does.
func (e *Error) Error() string {
	s := "line " + strconv.Itoa(e.Line) + ": "
	if e.Text != "" {
		s += engine.Quote(e.Text) + ": "
	}
	return s + e.Want
}

// Parse reads a script. The error is an *Error for the first line that is wrong, and
// the Script is then empty. Comments lose their hidden characters, see IsHidden: a
// pasted text does what it looks like.
func Parse(src string) (Script, error) {
	if len(src) > MaxLength {
		return Script{}, &Error{1, "", "the script has " + strconv.Itoa(len(src)) + " bytes, more than " + strconv.Itoa(MaxLength)}
	}
	src = strings.TrimPrefix(src, byteOrderMark)
	p := parser{seen: map[string]bool{}}
	n := 0
	for line := range strings.SplitSeq(src, "\n") {
		n++
		if err := p.line(n, strings.TrimSuffix(line, "\r")); err != nil {
			return Script{}, err
		}
	}
	p.endComment(true)
	p.script.Outro = JoinNote(p.note)
	return p.script, nil
}

// parser reads a script line by line.
type parser struct {
	script  Script
	comment []string // comment lines since the last step, blank line or directive
	note    []string // narration for the next step
	seen    map[string]bool
}

// line reads one line.
func (p *parser) line(n int, text string) error {
	if !utf8.ValidString(text) {
		return &Error{n, "", "the line is not UTF-8"}
	}
	code, comment, commented := strings.Cut(text, "#")
	words := strings.Fields(code)
	if len(words) == 0 {
		if commented {
			p.comment = append(p.comment, commentText(comment))
		} else {
			p.endComment(true)
		}
		return nil
	}
	if words[0] == "---" {
		return &Error{n, "---", "a script cannot contain ---, which separates scripts for the trace command"}
	}
	d, isDirective := findDirective(words[0])
	p.endComment(isDirective)
	if commented {
		p.note = append(p.note, commentText(comment))
	}
	if isDirective {
		return p.directive(n, d, words)
	}
	return p.step(n, words)
}

// commentText is what a comment says, given what follows its #.
func commentText(s string) string { return strings.TrimSpace(StripHidden(s)) }

// endComment ends a block of comments. The first one is the introduction, unless
// something comes before it other than blank lines, or a step comes directly after it.
// The others are narration.
func (p *parser) endComment(title bool) {
	if len(p.comment) == 0 {
		return
	}
	if title && p.script.Intro == nil && len(p.script.Steps) == 0 && len(p.note) == 0 && len(p.seen) == 0 {
		p.script.Intro = p.comment
	} else {
		p.note = append(p.note, p.comment...)
	}
	p.comment = nil
}

// directive reads a directive.
func (p *parser) directive(n int, d directive, words []string) error {
	text := strings.Join(words, " ")
	switch {
	case len(p.script.Steps) > 0:
		return &Error{n, text, "directives must come before the first step"}
	case p.seen[d.name]:
		return &Error{n, text, "this directive was given before"}
	case len(words) < 2 || !d.set(&p.script.Config, strings.Join(words[1:], " ")):
		return &Error{n, text, "expected " + d.wanted()}
	}
	p.seen[d.name] = true
	return nil
}

// step reads a step.
func (p *parser) step(n int, words []string) error {
	if len(p.script.Steps) == MaxSteps {
		return &Error{n, "", "a script has at most " + strconv.Itoa(MaxSteps) + " steps"}
	}
	op, err := engine.ParseOp(strings.Join(words, " "))
	if syntax, bad := errors.AsType[*engine.SyntaxError](err); bad {
		want := "expected " + syntax.Want
		if !beginsStep(words[0]) {
			want += "; or " + directiveNames() + " before the first step"
		}
		return &Error{n, syntax.Text, want}
	}
	p.script.Steps = append(p.script.Steps, Step{op, JoinNote(p.note), n})
	p.note = nil
	return nil
}

// beginsStep reports whether a step can begin with that word.
func beginsStep(word string) bool {
	for i := range engine.Roles {
		if word == engine.Roles[i].String() || word == engine.Directions[i].String() {
			return true
		}
	}
	return false
}
