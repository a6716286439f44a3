package model

import (
	"strconv"

	"closenotify/engine/script"
)

// ScriptScene is the script editor. Lines are counted from 1; 0 stands for none.
type ScriptScene struct {
	Text            string
	Lines           int           // how many there are
	CurrentLine     int           // that of the step under the cursor
	HighlightedLine int           // that of the step that is highlighted
	Progress        string        // how much of a long text is on the stage already, "" for all
	Errors          []ScriptError // the first few, by line
	MoreErrors      string        // how many lines more are wrong, "" for none
	Rewrites        []RewrittenLine
	Rewritten       bool        // Rewrites have been made; else they can be made
	MoreRewrites    int         // than there are in Rewrites
	Unmet           []UnmetLine // the first few, by line
	MoreUnmet       int         // than there are in Unmet
}

// ScriptError is a line that cannot be played.
type ScriptError struct {
	Line   int
	Place  string // "line 2, column 8"
	Text   string // what is wrong
	Action string // puts the caret there
}

// RewrittenLine is a line that is understood although it is not of the language.
type RewrittenLine struct {
	Line int
	Text string // as the language has it
}

// UnmetLine is a line of the script whose expectation was not met.
type UnmetLine struct {
	Line int
	Text string // "expected 1, got 0"
}

// Most lines of a kind that the panel marks.
const (
	maxRewritesShown = 3
	maxUnmetShown    = 100
)

// scriptScene is the editor with its marks at the cursor. A text that is not on the stage has
// no marks of steps.
func (m *Model) scriptScene() ScriptScene {
	src := m.derived.source
	if m.Editor.Open || src == nil {
		src = &m.Editor.source
	}
	s := ScriptScene{Text: src.Text, Lines: src.LineCount}
	s.listErrors(&m.Editor)
	s.listRewrites(&m.Editor)
	switch {
	case len(m.Editor.Errors) > 0:
	case m.Editor.unplayed != nil:
		s.Progress = m.Editor.unplayed.progress()
	default:
		s.CurrentLine, s.HighlightedLine = src.line(m.At), src.line(m.highlightedCause().Step)
		for _, u := range m.derived.unmet[:min(maxUnmetShown, len(m.derived.unmet))] {
			s.Unmet = append(s.Unmet, UnmetLine{src.line(u.Step + 1), u.String()})
		}
		s.MoreUnmet = len(m.derived.unmet) - len(s.Unmet)
	}
	return s
}

// listErrors lists what is wrong with the text.
func (s *ScriptScene) listErrors(e *Editor) {
	for _, err := range e.Errors {
		action := "go-to-text " + strconv.Itoa(err.Line) + " " + strconv.Itoa(err.Column)
		s.Errors = append(s.Errors, ScriptError{err.Line, err.Place(), err.Short(), action})
	}
	switch more := e.Wrong - len(e.Errors); {
	case e.Wrong == script.MaxWrongLines:
		s.MoreErrors = strconv.Itoa(more) + " or more other lines are wrong: the script was not read to its end."
	case more > 0:
		s.MoreErrors = countOf(more, "more line") + " cannot be read."
	}
}

// listRewrites lists what has been rewritten or can be.
func (s *ScriptScene) listRewrites(e *Editor) {
	list := e.Rewrites
	if len(list) == 0 {
		list, s.Rewritten = e.Rewritten, len(e.Rewritten) > 0
	}
	for _, r := range list[:min(maxRewritesShown, len(list))] {
		s.Rewrites = append(s.Rewrites, RewrittenLine{r.Line, r.Text})
	}
	s.MoreRewrites = len(list) - len(s.Rewrites)
}
