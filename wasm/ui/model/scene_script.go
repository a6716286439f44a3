package model

// ScriptScene is the script editor. Lines are counted from 1; 0 stands for none.
type ScriptScene struct {
	Text            string
	Lines           int // how many there are
	CurrentLine     int // that of the step under the cursor
	HighlightedLine int // that of the step that is highlighted
	ErrorLine       int
	Error           string      // what is wrong with the text, "" for nothing
	Unmet           []UnmetLine // by line
}

// UnmetLine is a line of the script whose expectation was not met.
type UnmetLine struct {
	Line int
	Text string // "expected 1, got 0"
}

// scriptScene is the editor with its marks at the cursor. A text with an error has no marks
// of steps: its steps are not those on the stage.
func (m *Model) scriptScene() ScriptScene {
	src := m.derived.source
	if src == nil || m.Editor.Open {
		typed := m.editorSource()
		src = &typed
	}
	s := ScriptScene{Text: src.Text, Lines: src.LineCount}
	if m.At > 0 && m.At <= len(src.Lines) && m.Editor.Err == nil {
		s.CurrentLine = src.Lines[m.At-1]
	}
	if c := m.highlightedCause(); c.Step > 0 && c.Step <= len(src.Lines) && m.Editor.Err == nil {
		s.HighlightedLine = src.Lines[c.Step-1]
	}
	if e := m.Editor.Err; e != nil {
		s.ErrorLine, s.Error = e.Line, e.Error()
		return s
	}
	for _, u := range m.derived.unmet {
		s.Unmet = append(s.Unmet, UnmetLine{src.Lines[u.Step], u.String()})
	}
	return s
}
