package model

import (
	"math/rand/v2"
	"strings"
	"testing"

	"closenotify/engine/script"
)

// odd has the form that only a person gives a text.
const odd = "#  Mine\n#\n#   indented\n\n\nversion   tls1.3 # as always\n\n   client SSL_write 5\n\n\n#\n#  Look.\n\tserver SSL_read 5   # here\n\nclient SSL_shutdown\n# end\n"

// TestTheFormOfATextStays when the stage changes: whatever was not changed keeps its lines.
func TestTheFormOfATextStays(t *testing.T) {
	m, _ := send(openScript(t), EditScript{odd})
	if m = press(t, m, "last"); SceneOf(m).Panels.Script.Text != odd {
		t.Fatalf("after stepping:\n%s", SceneOf(m).Panels.Script.Text)
	}
	acted := press(t, m, "act server SSL_shutdown")
	if got, want := SceneOf(acted).Panels.Script.Text, strings.Replace(odd, "# end", "server SSL_shutdown\n# end", 1); got != want {
		t.Errorf("after a call:\n%s", got)
	}
	if undone := press(t, acted, "undo"); SceneOf(undone).Panels.Script.Text != odd {
		t.Errorf("after Undo:\n%s", SceneOf(undone).Panels.Script.Text)
	}
	branched := press(t, acted, "seek 2", "act client SSL_free")
	want := odd[:strings.Index(odd, "client SSL_shutdown")]
	if got := SceneOf(branched).Panels.Script.Text; !strings.HasPrefix(got, strings.TrimRight(want, "\n")) || !strings.HasSuffix(got, "client SSL_free\n# end\n") {
		t.Errorf("on a branch:\n%s", got)
	}
	msg, _ := m.MsgFromAction("set-version", "tls1.2")
	other, _ := send(m, msg)
	if got := SceneOf(other).Panels.Script.Text; !strings.Contains(got, "version tls1.2\n") || !strings.HasSuffix(got, odd[strings.Index(odd, "\n\n\n#\n#  Look"):]) {
		t.Errorf("under another version:\n%s", got)
	}
	if _, cmds := send(m, Save{}); cmds[0].(PutSaved).Saved.Script != odd {
		t.Errorf("what is saved:\n%s", cmds[0].(PutSaved).Saved.Script)
	}
}

// TestFormedTextsSayTheSame: whatever text lends its form, the text of a script means the
// script.
func TestFormedTextsSayTheSame(t *testing.T) {
	pieces := []string{"#\n", "# a\n", "#   b  \n", "\n", "  client SSL_shutdown\n", "server SSL_read 5 # c\n", "client SSL_free\n", "#[tls1.2] d\n",
		"client SSL_shutdown => 0\n", "version tls1.2\n"}
	random := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		return b.String()
	}
	tried := 0
	for range 20_000 {
		from, to := text(), text()
		was, err := script.Parse(from)
		is, err2 := script.Parse(to)
		if err != nil || err2 != nil {
			continue
		}
		tried++
		got := newSource(from, was).inFormOf(is)
		said, err := script.Parse(got.Text)
		if err != nil || !isSameScript(said, is) && said.String() != is.String() {
			t.Fatalf("%q in the form of %q is %q: %v", to, from, got.Text, err)
		}
		if same := newSource(from, was).inFormOf(was); from != "" && same.Text != from {
			t.Fatalf("%q becomes %q", from, same.Text)
		}
	}
	if tried < 5000 {
		t.Fatalf("only %d texts were tried", tried)
	}
}
