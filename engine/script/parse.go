package script

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
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

// Parse reads a script. The error is an *Error for the first line that is wrong, and
// the Script is then empty. Comments lose their hidden characters, see IsHidden: a
// pasted text does what it looks like.
func Parse(src string) (Script, error) {
	if len(src) > MaxLength {
		return Script{}, &Error{Line: 1, Want: "the script has " + strconv.Itoa(len(src)) + " bytes, more than " + strconv.Itoa(MaxLength)}
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
	if p.script.Intro == nil && len(p.script.Steps) == 0 {
		// The text has only directives and comments. Its canonical form may have no
		// directives, and would then begin with the introduction.
		block := p.note
		p.note = nil
		p.introduce(block)
	}
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
		return &Error{Line: n, Want: "the line is not UTF-8"}
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
		return &Error{Line: n, Text: "---", Want: "a script cannot contain ---, which separates scripts for the trace command"}
	}
	d, isDirective := findDirective(words[0])
	p.endComment(isDirective)
	if commented {
		p.note = append(p.note, commentText(comment))
	}
	if isDirective {
		return p.directive(n, d, words)
	}
	return p.step(n, code)
}

// commentText is the text of a comment, given what follows its #. A caption keeps its #, and
// no other comment may begin like one.
func commentText(s string) string {
	s = strings.TrimRightFunc(StripHidden(s), unicode.IsSpace)
	if isCaption("#" + s) {
		return "#" + s
	}
	s = strings.TrimSpace(s)
	if isCaption(s) {
		return "# " + s[1:]
	}
	return s
}

// endComment ends a block of comments. The first one is the introduction, unless
// something comes before it other than blank lines, or a step comes directly after it, or
// it begins with a caption. The others are narration.
func (p *parser) endComment(title bool) {
	first := p.script.Intro == nil && len(p.script.Steps) == 0 && len(p.note) == 0 && len(p.seen) == 0
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
	if len(block) > 0 && isCaption(block[0]) {
		p.note = append(p.note, block...)
		return
	}
	for _, line := range block {
		if isCaption(line) {
			p.note = append(p.note, line)
		} else {
			p.script.Intro = append(p.script.Intro, line)
		}
	}
}

// directive reads a directive.
func (p *parser) directive(n int, d directive, words []string) error {
	text := strings.Join(words, " ")
	switch {
	case len(p.script.Steps) > 0:
		return &Error{Line: n, Text: text, Want: "directives must come before the first step"}
	case p.seen[d.name]:
		return &Error{Line: n, Text: text, Want: "this directive was given before"}
	case len(words) < 2 || !d.set(&p.script.Config, strings.Join(words[1:], " ")):
		return &Error{Line: n, Text: text, Want: "expected " + d.wanted()}
	}
	p.seen[d.name] = true
	return nil
}

// step reads a step and what is expected of it.
func (p *parser) step(n int, code string) error {
	if len(p.script.Steps) == MaxSteps {
		return &Error{Line: n, Want: "a script has at most " + strconv.Itoa(MaxSteps) + " steps"}
	}
	text, expectation, expects := strings.Cut(code, expectationMark)
	words := strings.Fields(text)
	op, err := engine.ParseOp(strings.Join(words, " "))
	if syntax, bad := errors.AsType[*engine.SyntaxError](err); bad {
		want := "expected " + syntax.Want
		if len(words) == 0 || !beginsStep(words[0]) {
			want += "; or " + directiveNames() + " before the first step"
		}
		return &Error{Line: n, Text: syntax.Text, Want: want}
	}
	step := Step{Op: op, Note: JoinNote(p.note), Line: n}
	if expects {
		e, err := ParseExpectation(op, expectation)
		if wrong, bad := errors.AsType[*Error](err); bad {
			wrong.Line = n
			wrong.Column += utf8.RuneCountInString(text + expectationMark)
			return wrong
		}
		step.Expect = &e
	}
	p.script.Steps = append(p.script.Steps, step)
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
