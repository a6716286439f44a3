package model

// ScriptScene is the editor.
type ScriptScene struct {
	Text            string
	Lines           int
	CurrentLine     int // line of the step under the cursor, 0 for none
	HighlightedLine int // line of the step that is lit, 0 for none
	ErrorLine       int // 0 for none
	Error           string
	Typed           bool
}

// scriptScene is the editor at the cursor.
func (m *Model) scriptScene() ScriptScene {
	src := m.derived.source
	if src == nil || m.Editor.Open {
		fresh := m.editorSource()
		src = &fresh
	}
	s := ScriptScene{Text: src.Text, Lines: src.Ends, Typed: m.Editor.Open}
	if m.At > 0 && m.At <= len(src.Lines) && m.Editor.Err == nil {
		s.CurrentLine = src.Lines[m.At-1]
	}
	if c := m.highlightedCause(); c.Step > 0 && c.Step <= len(src.Lines) && m.Editor.Err == nil {
		s.HighlightedLine = src.Lines[c.Step-1]
	}
	if e := m.Editor.Err; e != nil {
		s.ErrorLine, s.CurrentLine = e.Line, 0
		s.Error = e.Error()
	}
	return s
}
