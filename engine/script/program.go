package script

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"closenotify/engine"
)

// MaxProgram is how long the text of a program may be, in bytes.
const MaxProgram = 64 << 10

// Program is the text of a program, in C. A peer without a program has the zero Program.
type Program struct {
	Text string // verbatim, each line with a line break
	Line int    // of the script in which the text begins, from 1; 0 if it was not parsed
}

// The lines around the text of a program.
const (
	programWord = "program" // the peer follows
	programEnd  = "end program"
)

// String returns the program of a peer as a script has it, "" if there is none.
func (p Program) String(r engine.Role) string {
	if p.Text == "" {
		return ""
	}
	return programWord + " " + r.String() + "\n" + strings.TrimSuffix(p.Text, "\n") + "\n" + programEnd + "\n"
}

// parseProgram reads the line with which a program begins.
func parseProgram(l line, code string) (line, *Error) {
	words := strings.Fields(code)
	l.kind, l.text, l.column = programLine, strings.Join(words, " "), columnOf(code, words[0])
	wanted := "expected " + engine.Client.String() + " or " + engine.Server.String() + " after " + programWord
	if len(words) == 1 {
		end := len(strings.TrimRight(code, " \t"))
		return l, &Error{Column: column(code, end), Want: wanted}
	}
	i := slices.IndexFunc(engine.Roles[:], func(r engine.Role) bool { return r.String() == words[1] })
	if i < 0 || len(words) > 2 {
		at := len(code) - len(afterWord(code, words[0]))
		return l, &Error{Column: column(code, at), Text: strings.Join(words[1:], " "), Want: wanted}
	}
	l.role = engine.Roles[i]
	return l, nil
}

// afterWord is what follows the first word of a text, without the blanks between them.
func afterWord(text, first string) string {
	_, rest, _ := strings.Cut(text, first)
	return strings.TrimLeft(rest, " \t")
}

// IsInProgram reports whether the line of a script after the given one is text of a program,
// if inside says that of the given one.
func IsInProgram(inside bool, line string) bool {
	if inside {
		return strings.TrimRight(line, "\r\n") != programEnd
	}
	code, _, _ := strings.Cut(line, "#")
	return firstWord(code) == programWord
}

// programText collects the text of a program.
type programText struct {
	inside  bool // a program has begun and not ended
	refused bool // an error was reported, so its text belongs to nobody
	role    engine.Role
	begin   line
	line    int // in which it begins
	lines   []string
	size    int
}

// beginProgram begins the program of line n, whose text belongs to nobody if the line is
// refused.
func (p *parser) beginProgram(n int, l line, refused bool) {
	p.program = programText{inside: true, refused: refused, role: l.role, begin: l, line: n}
}

// addToProgram adds a line to the text of the program, or ends it. A program has at most one
// error.
func (p *parser) addToProgram(text string) *Error {
	t := &p.program
	text = strings.TrimRight(text, "\r")
	t.size += len(text) + 1
	switch {
	case text == programEnd:
		t.inside = false
		if t.refused {
			return nil
		}
		if len(t.lines) == 0 {
			return &Error{Column: 1, Text: programEnd, Want: "the program has no text"}
		}
		p.script.Programs[t.role] = Program{strings.Join(t.lines, "\n") + "\n", t.line + 1}
		p.given = append(p.given, t.begin.text)
		return nil
	case t.refused:
		return nil
	case t.size > MaxProgram:
		t.refused = true
		return &Error{Column: 1, Want: "the program has more than " + strconv.Itoa(MaxProgram) + " bytes"}
	case !utf8.ValidString(text):
		t.refused = true
		return &Error{Column: 1, Want: "the line is not UTF-8"}
	}
	t.lines = append(t.lines, text)
	return nil
}

// checkProgram says why a program cannot begin where it does.
func (p *parser) checkProgram(l line) *Error {
	switch {
	case len(p.script.Steps) > 0:
		return &Error{Column: l.column, Text: l.text, Want: "programs must come before the first step"}
	case p.script.Programs[l.role].Text != "":
		return &Error{Column: l.column, Text: l.text, Want: "this peer's program was given before"}
	}
	return nil
}

// checkPrograms says what is wrong with the programs once all lines are there.
func (p *parser) checkPrograms() *Error {
	t := p.program
	if !t.inside || t.refused {
		return nil
	}
	return &Error{Line: t.line, Column: t.begin.column, Text: t.begin.text, Want: `the program has no line "` + programEnd + `"`}
}

// HasPrograms reports whether a peer has a program, or a step is run.
func (s Script) HasPrograms() bool {
	return s.hasProgram() || s.hasRun()
}

// hasRun reports whether a step is run.
func (s Script) hasRun() bool {
	return slices.ContainsFunc(s.Steps, func(step Step) bool { return step.Run })
}

// hasProgram reports whether a peer has a program.
func (s Script) hasProgram() bool {
	return slices.ContainsFunc(s.Programs[:], func(p Program) bool { return p.Text != "" })
}
