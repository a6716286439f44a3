package script

import "strings"

// Limits of a Reading.
const (
	MaxErrors     = 20   // that are listed
	MaxWrongLines = 1000 // reading stops there: the text is no script
)

// Reading is what an editor needs to know of a text: all that is wrong with it, and what is
// not of the language but can only mean one thing. Files and links are read with Parse.
type Reading struct {
	Script   Script   // empty if a line is wrong
	Errors   []*Error // the first MaxErrors, by line
	Wrong    int      // how many lines are wrong; at MaxWrongLines, or more
	Rewrites []Rewrite
}

// Rewrite is a line that Read understood although it is not of the language. The Script is
// that of the text with all Rewrites made.
type Rewrite struct {
	Line int    // from 1
	Text string // the line as the language has it
}

// Read reads the text of an editor. It understands C, "Client: SSL_read(ssl, buf, 100);", and
// other capitals.
func Read(src string) Reading {
	r := Reading{}
	if err := checkLength(src); err != nil {
		return Reading{Errors: []*Error{err}, Wrong: 1}
	}
	p := newParser(src)
	n := 0
	for text := range lines(src) {
		n++
		if err := r.addText(&p, n, text); err != nil && r.isWrong(n, err) {
			break
		}
	}
	if err := p.checkPrograms(); err != nil {
		r.isWrong(err.Line, err)
	}
	if r.Wrong == 0 {
		r.Script = p.finish()
	}
	return r
}

// addText appends the text of line n to the script, rewritten if need be. The text of a
// program that cannot begin where it does is not of the language, and no error.
func (r *Reading) addText(p *parser, n int, text string) *Error {
	if p.program.inside {
		return p.addToProgram(text)
	}
	l, err := parseLine(text)
	if err != nil {
		if rewritten, ok := rewriteLine(text); ok {
			l, err = rewritten.line, nil
			r.Rewrites = append(r.Rewrites, Rewrite{n, rewritten.text})
		}
	}
	if err == nil {
		err = p.add(n, l)
	}
	if err != nil && l.kind == programLine {
		p.beginProgram(n, l, true)
	}
	return err
}

// isWrong notes that line n is wrong. It reports whether that is enough.
func (r *Reading) isWrong(n int, err *Error) bool {
	r.Wrong++
	if len(r.Errors) < MaxErrors {
		err.Line = n
		r.Errors = append(r.Errors, err)
	}
	return r.Wrong == MaxWrongLines
}

// Rewritten is the text that was read with all its Rewrites made. The other lines stay as
// they are.
func (r Reading) Rewritten(src string) string {
	if len(r.Rewrites) == 0 {
		return src
	}
	var b strings.Builder
	n, next := 0, 0
	for text := range strings.SplitAfterSeq(src, "\n") {
		n++
		if next < len(r.Rewrites) && r.Rewrites[next].Line == n {
			end := text[len(strings.TrimRight(text, "\r\n")):]
			text = r.Rewrites[next].Text + end
			next++
		}
		b.WriteString(text)
	}
	return b.String()
}
