package model

import (
	"strconv"
	"strings"
)

// A caret is a place in a text as browsers count: in units of UTF-16, from 0.

// unitsOf is how many units of UTF-16 the character has of which b is the first byte in
// UTF-8, 0 for a later byte.
func unitsOf(b byte) int {
	switch {
	case b < 0x80 || 0xC0 <= b && b < 0xF0:
		return 1
	case b >= 0xF0:
		return 2
	}
	return 0
}

// lineOfCaret is the line of a caret, counted from 1.
func lineOfCaret(text string, caret int) int {
	line := 1
	for i := 0; i < len(text) && caret > 0; i++ {
		caret -= unitsOf(text[i])
		if text[i] == '\n' {
			line++
		}
	}
	return line
}

// caretAt is the caret in a line and a column, both counted from 1, the column in
// characters. It is at the end of the line if that has fewer columns.
func caretAt(text string, line, column int) int {
	caret := 0
	for i := 0; i < len(text) && (line > 1 || column > 1); i++ {
		units := unitsOf(text[i])
		switch {
		case text[i] == '\n' && line == 1:
			return caret
		case text[i] == '\n':
			line--
		case line == 1 && units > 0:
			column--
		}
		caret += units
	}
	return caret
}

// stepAt is how many steps have been taken when the caret is in a line: the step of that
// line, the one whose comment it is, or else the last one before it. Of a step run it is the
// last that it stands for.
func (s *Source) stepAt(line int) int {
	steps := s.Script.Steps
	at := s.firstAt(line)
	if at < len(steps) && (steps[at].Line == line || s.areComments(line, steps[at].Line)) {
		return s.firstAt(steps[at].Line + 1)
	}
	return at
}

// areComments reports whether the lines from <= i < to are all comments.
func (s *Source) areComments(from, to int) bool {
	n := 0
	for text := range strings.SplitSeq(s.Text, "\n") {
		n++
		if n >= to {
			break
		}
		if n >= from && !strings.HasPrefix(strings.TrimSpace(text), "#") {
			return false
		}
	}
	return true
}

// MoveCaret says that the caret in the script is at another place. The stage follows.
type MoveCaret struct{ Caret int }

func (c MoveCaret) update(m *Model) []Cmd {
	if m.Pane != PaneScript || len(m.Editor.Errors) > 0 || m.Editor.unplayed != nil {
		return nil
	}
	src := &m.Editor.source
	if !m.Editor.Open {
		src = m.derived.source
	}
	line := lineOfCaret(src.Text, c.Caret)
	at := src.stepAt(line)
	if at == m.At || line == src.line(m.At) {
		return nil
	}
	m.stopPlaying()
	m.seek(at)
	m.Flight.On = false
	return nil
}

// CurrentCaret is the caret at the beginning of the line of the step under the cursor.
func (m *Model) CurrentCaret() int {
	s := m.scriptScene()
	return caretAt(s.Text, s.CurrentLine, 1)
}

// SelectText asks to select a part of a field, and to give it the keyboard.
type SelectText struct {
	Field    string // its id
	From, To int    // carets
}

func (SelectText) cmd() {}

// goToText puts the caret at a place of the script, or of the program in the dialog.
type goToText struct {
	line, column int
	inProgram    bool
}

func (g goToText) update(m *Model) []Cmd {
	field, text, errors := ScriptTextID, m.Editor.Typed, m.Editor.Errors
	if g.inProgram {
		field, text, errors = ProgramTextID, m.Code.Typed, m.Code.Errors
	}
	from := caretAt(text, g.line, g.column)
	to := from
	for _, e := range errors {
		if e.Line == g.line && e.Column == g.column {
			for i := range len(e.Text) {
				to += unitsOf(e.Text[i])
			}
		}
	}
	return []Cmd{SelectText{field, from, to}}
}

// ScriptTextID is the id of the field of the Script panel.
const ScriptTextID = "script-text"

// msgFromPlace reads "go-to-text 2 8", a line and a column.
func msgFromPlace(_ *Model, arg, _ string) (Msg, bool) {
	first, second, _ := strings.Cut(arg, " ")
	line, err := strconv.Atoi(first)
	column, err2 := strconv.Atoi(second)
	return goToText{line, column, false}, err == nil && err2 == nil
}

// msgFromProgramPlace reads "go-to-program 2 8".
func msgFromProgramPlace(m *Model, arg, value string) (Msg, bool) {
	msg, ok := msgFromPlace(m, arg, value)
	if !ok {
		return nil, false
	}
	place := msg.(goToText)
	place.inProgram = true
	return place, true
}
