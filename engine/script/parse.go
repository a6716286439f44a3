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
// text that somebody has pasted reads as it runs.
func Parse(src string) (Script, error) {
	if len(src) > MaxLength {
		return Script{}, &Error{1, "", "a script of at most " + strconv.Itoa(MaxLength) + " bytes"}
	}
	src = strings.TrimPrefix(src, byteOrderMark)
	p := parser{seen: map[string]bool{}}
	for i, line := range strings.Split(src, "\n") {
		if err := p.line(i+1, strings.TrimSuffix(line, "\r")); err != nil {
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
		return &Error{n, "---", "one script only; --- separates scripts for the trace command"}
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

// endComment ends a block of comments. The first one is the introduction if nothing
// but blank lines stands before it and no step directly after it; the others are
// narration.
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
		return &Error{n, text, "directives stand before the first step"}
	case p.seen[d.name]:
		return &Error{n, text, "each directive stands once"}
	case len(words) < 2 || !d.set(&p.script.Config, strings.Join(words[1:], " ")):
		return &Error{n, text, "expected " + d.wanted()}
	}
	p.seen[d.name] = true
	return nil
}

// step reads a step.
func (p *parser) step(n int, words []string) error {
	if len(p.script.Steps) == MaxSteps {
		return &Error{n, "", "at most " + strconv.Itoa(MaxSteps) + " steps"}
	}
	op, err := engine.ParseOp(strings.Join(words, " "))
	if syntax, bad := errors.AsType[*engine.SyntaxError](err); bad {
		want := "expected " + syntax.Want
		if _, _, isStep := strings.Cut(syntax.Want, "c2s"); isStep {
			want += "; or profile, version, start or transport before the first step"
		}
		return &Error{n, syntax.Text, want}
	}
	p.script.Steps = append(p.script.Steps, Step{op, JoinNote(p.note), n})
	p.note = nil
	return nil
}
