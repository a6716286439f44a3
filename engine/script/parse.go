package script

import (
	"slices"
	"strconv"
	"strings"
)

// Limits of a script.
const (
	MaxLength = 4 << 20 // bytes of text: room for MaxSteps
	MaxSteps  = 100_000
)

// byteOrderMark is what some editors put at the start of a text in UTF-8.
const byteOrderMark = "\ufeff"

// Parse reads a script. The error is an *Error for the first line that is wrong, and
// the Script is then empty. Comments lose their hidden characters, see IsHidden: a
// pasted text does what it looks like.
func Parse(src string) (Script, error) {
	if err := checkLength(src); err != nil {
		return Script{}, err
	}
	p := newParser(src)
	n := 0
	for text := range lines(src) {
		n++
		if err := p.addText(n, text); err != nil {
			err.Line = n
			return Script{}, err
		}
	}
	if err := p.checkPrograms(); err != nil {
		return Script{}, err
	}
	return p.finish(), nil
}

// checkLength refuses a text that is too long.
func checkLength(src string) *Error {
	if len(src) <= MaxLength {
		return nil
	}
	return &Error{Line: 1, Column: 1, Want: "the script has " + strconv.Itoa(len(src)) + " bytes, more than " + strconv.Itoa(MaxLength)}
}

// lines are the lines of a text, without the line break.
func lines(src string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(strings.TrimPrefix(src, byteOrderMark), "\n") {
			if !yield(strings.TrimSuffix(line, "\r")) {
				return
			}
		}
	}
}

// parser makes a Script of lines.
type parser struct {
	script  Script
	comment []string // comment lines since the last step, blank line or directive
	note    []string // narration for the next step
	given   []string // the directives and programs so far
	program programText
}

// newParser has room for the steps of a text.
func newParser(src string) parser {
	const shortest = len("c2s fin\n")
	steps := min(1+strings.Count(src, "\n"), 1+len(src)/shortest, MaxSteps)
	return parser{script: Script{Steps: make([]Step, 0, steps)}}
}

// addText appends the text of line n. An error has no Line yet.
func (p *parser) addText(n int, text string) *Error {
	if p.program.inside {
		return p.addToProgram(text)
	}
	l, err := parseLine(text)
	if err != nil {
		return err
	}
	return p.add(n, l)
}

// add appends line n. An error, which has no Line yet, leaves the parser as it was.
func (p *parser) add(n int, l line) *Error {
	if err := p.check(l); err != nil {
		return err
	}
	switch l.kind {
	case blankLine:
		p.endComment(true)
		return nil
	case commentLine:
		p.comment = append(p.comment, l.comment)
		return nil
	}
	p.endComment(l.kind != stepLine)
	if l.commented {
		p.note = append(p.note, l.comment)
	}
	if l.kind == programLine {
		p.beginProgram(n, l, false)
		return nil
	}
	if l.kind == directiveLine {
		l.directive.set(&p.script.Config, l.value)
		p.given = append(p.given, l.directive.name)
		return nil
	}
	p.script.Steps = append(p.script.Steps, Step{Op: l.op, Run: l.run, Expect: l.expect, Note: JoinNote(p.note), Line: n})
	p.note = nil
	return nil
}

// check says why a line cannot stand where it is.
func (p *parser) check(l line) *Error {
	switch {
	case l.kind == stepLine && len(p.script.Steps) == MaxSteps:
		return &Error{Column: 1, Want: "a script has at most " + strconv.Itoa(MaxSteps) + " steps"}
	case l.kind == programLine:
		return p.checkProgram(l)
	case l.kind != directiveLine:
		return nil
	case len(p.script.Steps) > 0:
		return &Error{Column: l.column, Text: l.text, Want: "directives must come before the first step"}
	case p.script.hasProgram():
		return &Error{Column: l.column, Text: l.text, Want: "directives must come before the programs"}
	case slices.Contains(p.given, l.directive.name):
		return &Error{Column: l.column, Text: l.text, Want: "this directive was given before"}
	}
	return nil
}

// finish is the Script once all lines are there.
func (p *parser) finish() Script {
	p.endComment(true)
	if p.script.Intro == nil && len(p.script.Steps) == 0 {
		// The text has only directives and comments. Its canonical form may have no
		// directives, and would then begin with the introduction.
		block := p.note
		p.note = nil
		p.introduce(block)
	}
	p.script.Outro = JoinNote(p.note)
	return p.script
}

// endComment ends a block of comments. The first one is the introduction, unless
// something comes before it other than blank lines, or a step comes directly after it, or
// it begins with a caption. The others are narration.
func (p *parser) endComment(title bool) {
	first := p.script.Intro == nil && len(p.script.Steps) == 0 && len(p.note) == 0 && len(p.given) == 0
	block := p.comment
	p.comment = nil
	if title && first {
		p.introduce(block)
	} else {
		p.note = append(p.note, block...)
	}
}

// introduce makes a block of comments the introduction, without its captions, which are
// narration.
func (p *parser) introduce(block []string) {
	if len(block) > 0 && IsCaption(block[0]) {
		p.note = append(p.note, block...)
		return
	}
	for _, line := range block {
		switch {
		case IsCaption(line):
			p.note = append(p.note, line)
		case p.script.Intro == nil: // the title
			p.script.Intro = []string{strings.TrimSpace(line)}
		default:
			p.script.Intro = append(p.script.Intro, line)
		}
	}
}
