package model

import (
	"testing"
	"unicode/utf16"
)

// TestTheStageFollowsTheCaret: on a step, in its comment, and elsewhere.
func TestTheStageFollowsTheCaret(t *testing.T) {
	const text = "# T é\U0001F600\n\nversion tls1.3\n\n# The first.\n#\n# Its end.\nclient SSL_write 5\nserver SSL_read 5\n\n# lonely\n\nclient SSL_shutdown"
	m, _ := send(openScript(t), EditScript{text})
	for line, want := range map[int]int{1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: 1, 8: 1, 9: 2, 10: 2, 11: 2, 12: 2, 13: 3} {
		next, _ := send(m, Seek{2}, MoveCaret{caretAt(text, line, 1)})
		if next.At != want || next.Flight.On {
			t.Errorf("in line %d the stage is at step %d, want %d", line, next.At, want)
		}
		if got := SceneOf(next).Panels.Script.CurrentLine; want > 0 && lineOfCaret(text, next.CurrentCaret()) != got {
			t.Errorf("in line %d the current line is %d", line, got)
		}
	}
	wrong, _ := send(m, Seek{2}, EditScript{text + "x"}, MoveCaret{0})
	if wrong.At != 2 {
		t.Errorf("a text that is not on the stage moves it to step %d", wrong.At)
	}
}

// TestCarets counts as a browser does, in units of UTF-16.
func TestCarets(t *testing.T) {
	const text = "aé\U0001F600b\n\n\u05d0c"
	units := utf16.Encode([]rune(text))
	for line, row := range []string{"aé\U0001F600b", "", "\u05d0c"} {
		for column, c := range append([]rune(row), '\n') {
			at := caretAt(text, line+1, column+1)
			if at < len(units) && utf16.IsSurrogate(rune(units[at])) != (c > 0xFFFF) || at < len(units) && c <= 0xFFFF && rune(units[at]) != c {
				t.Errorf("line %d, column %d is at unit %d", line+1, column+1, at)
			}
			if got := lineOfCaret(text, at); got != line+1 {
				t.Errorf("unit %d is in line %d, want %d", at, got, line+1)
			}
		}
	}
	if got := caretAt(text, 1, 99); got != 5 {
		t.Errorf("after the end of a line is %d", got)
	}
}

// TestGoToText selects what is wrong.
func TestGoToText(t *testing.T) {
	m, _ := send(openScript(t), EditScript{"# \U0001F600\nclient SSL_raed 5\n"})
	msg, ok := m.MsgFromAction(SceneOf(m).Panels.Script.Errors[0].Action, "")
	if !ok {
		t.Fatal("the place of an error does nothing")
	}
	if _, cmds := send(m, msg); cmds[0] != (SelectText{ScriptTextID, 12, 20}) {
		t.Errorf("%+v", cmds)
	}
}

// TestLinesOfCAreRewritten when somebody asks for it, or goes on to the stage.
func TestLinesOfCAreRewritten(t *testing.T) {
	const typed, want = "# T\n\n  Client: SSL_shutdown(ssl);\nserver SSL_read 5\n", "# T\n\nclient SSL_shutdown\nserver SSL_read 5\n"
	m, _ := send(openScript(t), EditScript{typed})
	s := SceneOf(m).Panels.Script
	if stepLines(m) != "client SSL_shutdown; server SSL_read 5" || s.Text != typed || s.Rewritten || len(s.Rewrites) != 1 {
		t.Fatalf("%s; %+v", stepLines(m), s)
	}
	for _, by := range []string{"rewrite-script", "next"} {
		s := SceneOf(press(t, m, by)).Panels.Script
		if s.Text != want || !s.Rewritten || len(s.Rewrites) != 1 || s.Rewrites[0] != (RewrittenLine{3, "client SSL_shutdown"}) {
			t.Errorf("%s: %+v", by, s)
		}
	}
	if m, _ = send(press(t, m, "next"), EditScript{want}); SceneOf(m).Panels.Script.Rewrites != nil {
		t.Error("what was rewritten is still said after more was typed")
	}
}
