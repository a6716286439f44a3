package model

import (
	"strings"
	"testing"
)

// TestACaptionIsEditedOnTheStage, and becomes the comment of its step.
func TestACaptionIsEditedOnTheStage(t *testing.T) {
	const text = "# T\n\n#  Old words\n#[tls1.2] only there\nclient SSL_shutdown\n\n\nserver SSL_shutdown\n"
	m, _ := send(openScript(t), EditScript{text}, Seek{1})
	m, cmds := send(m, StartCaption{})
	if s := SceneOf(m).Story; !s.Editing || s.Caption != "Old words" || cmds[0] != (Focus{CaptionFieldID}) {
		t.Fatalf("%+v, %+v", s, cmds)
	}
	changed, _ := send(m, SetCaption{" New\tand " + strings.Repeat("long ", 20)})
	want := "# New and" + strings.Repeat(" long", 16) + "\n# long long long long\n#[tls1.2] only there\nclient SSL_shutdown\n\n\nserver SSL_shutdown\n"
	if got := SceneOf(changed).Panels.Script.Text; !strings.HasSuffix(got, want) {
		t.Errorf("the script is now\n%s\nwant\n%s", got, want)
	}
	if s := SceneOf(changed).Story; s.Editing || !strings.HasPrefix(s.Lines[0], "New and long") || !changed.Dirty {
		t.Errorf("%+v", s)
	}
	undone := press(t, changed, "undo")
	if got := SceneOf(undone).Story.Lines[0]; got != "Old words" || SceneOf(undone).Panels.Script.Text != text {
		t.Errorf("after Undo: %q", got)
	}
	if msg, ok := m.KeyMsg(Key{Key: "Escape", Target: OnText}); !ok || msg != (StopCaption{}) {
		t.Errorf("Escape is %v", msg)
	}
	if left, _ := send(m, StopCaption{}, SetCaption{"late"}); SceneOf(left).Story.Lines[0] != "Old words" || len(left.Undoable) != len(m.Undoable) {
		t.Errorf("after Escape: %+v", SceneOf(left).Story)
	}
	if gone, _ := send(m, SetCaption{"  "}); strings.Contains(gone.Script().String(), "Old") || !strings.Contains(gone.Script().String(), "only there") {
		t.Errorf("without a caption:\n%s", gone.Script())
	}
	if moved := press(t, m, "next"); SceneOf(moved).Story.Editing {
		t.Error("the caption of another step is edited")
	}
}

// TestACaptionForAnotherRelease leaves the one that it was written for as it is.
func TestACaptionForAnotherRelease(t *testing.T) {
	m, _ := send(newModel(), OpenPreset{"truncation"})
	msg, _ := m.MsgFromAction("set-profile", "openssl-1.1.1")
	m, _ = send(m, msg, Seek{4})
	if !m.hasOwnCaption() {
		t.Fatal("the step does the same under both releases")
	}
	before := m.Notes[m.Path[4]]
	m, _ = send(m, StartCaption{}, SetCaption{"Nothing is queued here."})
	if got := SceneOf(m).Story.Lines; len(got) != 1 || got[0] != "Nothing is queued here." {
		t.Errorf("story %q", got)
	}
	if got, want := m.Notes[m.Path[4]], "#[openssl-1.1.1 tls1.3] Nothing is queued here.\n"; !strings.HasPrefix(got, want) || !strings.Contains(before, strings.Split(got, "\n")[1]) {
		t.Errorf("the note was\n%s\nand is\n%s", before, got)
	}
}
