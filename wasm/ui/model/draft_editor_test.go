package model

import (
	"slices"
	"strings"
	"testing"
)

func openScript(t *testing.T) Model { return press(t, newModel(), "pane script") }

func TestEditorShowsTheStageAndItsCurrentLine(t *testing.T) {
	m := press(t, openScript(t), "seek 2")
	s := SceneOf(m).Panels.Script
	if s.Text != m.Script().String() || m.Editor.Open || s.Errors != nil {
		t.Fatalf("script %+v", s)
	}
	if line := strings.Split(s.Text, "\n")[s.CurrentLine-1]; line != m.Step(2).Op.String() {
		t.Errorf("line %d is %q, want the second step", s.CurrentLine, line)
	}
}

func TestTypingIsPlayedAtOnceAndLeavesNoHalfTypedBranches(t *testing.T) {
	m := openScript(t)
	for _, text := range []string{"client SSL_write 1", "client SSL_write 12", "client SSL_write 123"} {
		m, _ = send(m, EditScript{text})
	}
	if stepLines(m) != "client SSL_write 123" || SceneOf(m).Panels.Script.Text != "client SSL_write 123" {
		t.Fatalf("on the stage: %s", stepLines(m))
	}
	if n := len(m.History.Children(0)); n != 2 {
		t.Errorf("%d branches, want 2: what was there and what was typed", n)
	}
	// The cursor is at the start, so the press begins a branch of its own.
	if m = press(t, m, "act client SSL_shutdown"); stepLines(m) != "client SSL_shutdown" {
		t.Errorf("after a press: %s", stepLines(m))
	}
}

func TestTextFromDocumentsIsPlayed(t *testing.T) {
	for _, text := range []string{
		"\ufeff# Mine\r\n\r\nclient SSL_read 5\r\n",
		"\ufeffclient\u00a0SSL_read\u20035",
		"\u00a0\u00a0client\tSSL_read 5 ",
	} {
		m, _ := send(openScript(t), EditScript{text})
		if s := SceneOf(m).Panels.Script; stepLines(m) != "client SSL_read 5" || s.Errors != nil || s.Text != text {
			t.Errorf("%q: %s; %v", text, stepLines(m), s.Errors)
		}
	}
}

func TestABrokenTextKeepsTheStageAndItself(t *testing.T) {
	m := openScript(t)
	before := stepLines(m)
	const text = "client SSL_shutdown\nclient SSL_raed 5\n"
	m, _ = send(m, EditScript{text})
	s := SceneOf(m).Panels.Script
	if stepLines(m) != before || s.Text != text {
		t.Fatalf("the stage has %s, the editor %q", stepLines(m), s.Text)
	}
	want := []ScriptError{{2, "line 2, column 8", `"SSL_raed": did you mean SSL_read?`, "go-to-text 2 8"}}
	if !slices.Equal(s.Errors, want) {
		t.Errorf("errors %+v, want %+v", s.Errors, want)
	}
	m = press(t, m, "last", "act client SSL_free")
	if s := SceneOf(m).Panels.Script; s.Text != text || s.Errors == nil {
		t.Errorf("acting on the stage has changed the text to %q", s.Text)
	}
	if m = press(t, m, "discard-edit"); SceneOf(m).Panels.Script.Text != m.Script().String() {
		t.Error("the stage's text does not come back")
	}
}

func TestTypedConfigurationIsUsed(t *testing.T) {
	m, _ := send(openScript(t), EditScript{"version tls1.2\nclient SSL_shutdown\n"})
	if m.Config.Version.String() != "tls1.2" || m.Len() != 1 {
		t.Errorf("%v, %s", m.Config, stepLines(m))
	}
}

func TestNarrationFollowsTheText(t *testing.T) {
	m, _ := send(openScript(t), EditScript{"# A title\n\n# Look here.\nclient SSL_shutdown\n"})
	m = press(t, m, "next")
	if got := SceneOf(m).Story.Lines; len(got) != 1 || got[0] != "Look here." {
		t.Errorf("story %q", got)
	}
	m, _ = send(m, EditScript{"client SSL_shutdown\n"})
	if narrationOf(m, 1) != "" {
		t.Errorf("narration %q stays after it was deleted", narrationOf(m, 1))
	}
}

// TestCaptionsAreToldWhereTheyFit: another version tells another part of the narration,
// and the script keeps all of it.
func TestCaptionsAreToldWhereTheyFit(t *testing.T) {
	const text = "# A title\n\n# Look here.\n#[tls1.2] In the old version.\nclient SSL_shutdown\n"
	m, _ := send(openScript(t), EditScript{text})
	m = press(t, m, "next")
	if got := SceneOf(m).Story.Lines; len(got) != 1 || got[0] != "Look here." {
		t.Errorf("story %q", got)
	}
	msg, _ := m.MsgFromAction("set-version", "tls1.2")
	m, _ = send(m, msg)
	if got := SceneOf(m).Story.Lines; len(got) != 1 || got[0] != "Look here. In the old version." {
		t.Errorf("story %q under TLS 1.2", got)
	}
	if got := m.Script().String(); !strings.HasSuffix(got, strings.TrimPrefix(text, "# A title\n\n")) {
		t.Errorf("the script is now\n%s", got)
	}
}

// TestExpectationsAreCheckedAsTheyAreTyped, and kept in what is saved and shared.
func TestExpectationsAreCheckedAsTheyAreTyped(t *testing.T) {
	const text = "# T\n\nclient SSL_shutdown => 1\nserver SSL_shutdown => 1\n"
	m, _ := send(openScript(t), EditScript{text})
	if got, want := SceneOf(m).Panels.Script.Unmet, []UnmetLine{{3, "expected 1, got 0"}, {4, "expected 1, got 0"}}; !slices.Equal(got, want) {
		t.Errorf("unmet are %+v, want %+v", got, want)
	}
	_, cmds := send(m, Save{})
	if saved, ok := cmds[0].(PutSaved); !ok || saved.Saved.Script != text {
		t.Errorf("what is saved is %+v", cmds)
	}
	_, fragment, err := m.Address()
	if err != nil {
		t.Fatal(err)
	}
	if opened, _ := send(newModel(), Visit{"", fragment}); opened.Script().String() != text {
		t.Errorf("the link opens\n%s", opened.Script())
	}
	m, _ = send(m, EditScript{strings.Replace(text, "client SSL_shutdown => 1", "client SSL_shutdown => 0", 1)})
	if got := SceneOf(m).Panels.Script.Unmet; len(got) != 1 || got[0].Line != 4 {
		t.Errorf("after one was corrected, unmet are %+v", got)
	}
	if got := SceneOf(press(t, openScript(t), "next")).Panels.Script.Unmet; got != nil {
		t.Errorf("without expectations, unmet are %+v", got)
	}
}

func TestAnotherVersionPlaysTheSameSteps(t *testing.T) {
	m := newModel()
	msg, _ := m.MsgFromAction("set-version", "tls1.2")
	next, _ := send(press(t, m, "seek 3"), msg)
	if stepLines(next) != stepLines(m) || next.At != 3 || next.Config.Version.String() != "tls1.2" || narrationOf(next, 1) != narrationOf(m, 1) {
		t.Errorf("step %d of %s under %v", next.At, stepLines(next), next.Config)
	}
	msg, _ = m.MsgFromAction("set-profile", "openssl-0.9")
	if same, _ := send(m, msg); same.Config != m.Config || len(same.Notices) != 1 {
		t.Errorf("an unknown release: %v, %v", same.Config, same.Notices)
	}
}

func TestAnotherVersionKeepsBranchesReachable(t *testing.T) {
	m := press(t, newModel(), "act server SSL_free")
	msg, _ := m.MsgFromAction("set-version", "tls1.2")
	m, _ = send(m, msg)
	if len(m.Shelved) != 1 || m.Notices[len(m.Notices)-1].Label == "" {
		t.Fatalf("shelved %d, notices %+v", len(m.Shelved), m.Notices)
	}
	m, _ = send(m, PressNotice{m.Notices[len(m.Notices)-1].ID})
	if !m.hasBranches() || m.Config.Version.String() != "tls1.3" {
		t.Error("the branches do not come back")
	}
}

// TestTypedTextStaysWhole: comments after the last step are not narration, but
// somebody typed them.
func TestTypedTextStaysWhole(t *testing.T) {
	const text = "# Mine\n#\n# One line\n# and its end.\n#\n# Another.\n\nclient SSL_shutdown\n\n# to be continued\n"
	m, _ := Update(newModel(), EditScript{Text: text})
	s := m.Script()
	if got := s.String(); got != text {
		t.Errorf("the script is now\n%s", got)
	}
	if got := strings.Join(m.Summary(), "|"); got != "One line and its end.|Another." {
		t.Errorf("summary %q", got)
	}
}
