package model

import (
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
)

// playedSteps is how many moments of m are not in before: steps that were played, not used
// again.
func playedSteps(m, before Model) int {
	n := 0
	for id := range engine.NodeID(m.History.Len()) {
		if !m.History.Shares(before.History, id) {
			n++
		}
	}
	return n
}

// TestAKeyPlaysOnlyWhatItChanges, in a long text.
func TestAKeyPlaysOnlyWhatItChanges(t *testing.T) {
	const steps = 5_000
	lines := strings.Split(strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", steps/2), "\n")
	before, _ := send(openScript(t), EditScript{strings.Join(lines, "\n")})
	if before.Len() != steps {
		t.Fatalf("%d steps", before.Len())
	}
	for _, tt := range []struct {
		name string
		line int // from 0
		text string
		most int // steps that have to be played
	}{
		{"a comment at the end", steps, "# and", 0},
		{"a comment at the beginning", 0, "# first\nclient SSL_write 5", 0},
		{"a step at the end", steps, "client SSL_free", 1},
		{"the last step", steps - 1, "server SSL_read 6", 1},
		{"a step near the end", steps - 100, "client SSL_write 6", 100},
		{"the middle is deleted", steps / 2, "", steps/2 - 1},
	} {
		changed := append([]string(nil), lines...)
		changed[tt.line] = tt.text
		m, _ := send(before, EditScript{strings.Join(changed, "\n")})
		if n := playedSteps(m, before); n > tt.most {
			t.Errorf("%s: %d steps are played, want at most %d", tt.name, n, tt.most)
		}
		whole, _ := send(openScript(t), EditScript{strings.Join(changed, "\n")})
		if stepLines(m) != stepLines(whole) {
			t.Errorf("%s: the stage has other steps than for the text typed at once", tt.name)
		}
	}
}

// TestALongTextIsPlayedInParts: between them the page can draw and read keys, and the stage
// has the text before.
func TestALongTextIsPlayedInParts(t *testing.T) {
	long := strings.Repeat("client SSL_write 6\n", 3*stepsAtOnce+1)
	m, cmds := Update(openScript(t), EditScript{long})
	for part := 1; part <= 3; part++ {
		if s := SceneOf(m).Panels.Script; m.Len() > 10 || s.Progress != "Playing step "+strconv.Itoa(part*stepsAtOnce)+" of 3001." || s.Text != long {
			t.Fatalf("part %d: %d steps are on the stage, progress %q", part, m.Len(), s.Progress)
		}
		m, cmds = Update(m, cmds[0].(Wait).Msg)
	}
	if m.Len() != 3*stepsAtOnce+1 || SceneOf(m).Panels.Script.Progress != "" {
		t.Fatalf("%d steps are on the stage", m.Len())
	}
}

// TestALongTextThatChangesWhileItIsPlayed goes on with what has not changed, and the parts of
// the text before are left out.
func TestALongTextThatChangesWhileItIsPlayed(t *testing.T) {
	long := strings.Repeat("client SSL_write 6\n", 3*stepsAtOnce)
	m, cmds := Update(openScript(t), EditScript{long})
	old := cmds[0].(Wait).Msg
	m, cmds = Update(m, EditScript{long + "client SSL_free\n"})
	if done := m.Editor.unplayed.done(); done != 2*stepsAtOnce {
		t.Errorf("%d steps are done, want those of the text before and %d more", done, stepsAtOnce)
	}
	if same, _ := Update(m, old); same.Editor.unplayed.done() != m.Editor.unplayed.done() {
		t.Error("a part of the text before is played")
	}
	m, _ = Update(m, cmds[0].(Wait).Msg)
	if m, _ = Update(m, Last{}); m.Len() != 3*stepsAtOnce+1 || m.At != m.Len() || m.Editor.Open {
		t.Errorf("the cursor is at %d of %d", m.At, m.Len())
	}
	if n := len(m.History.Children(0)); n != 2 {
		t.Errorf("%d branches, want 2: what was there and what was typed", n)
	}
}

// TestWhatIsDrawnIsBounded, whatever the text.
func TestWhatIsDrawnIsBounded(t *testing.T) {
	const many = 1 << 20
	for name, text := range map[string]string{
		"a title":      "# " + strings.Repeat("x", many) + "\n\nclient SSL_shutdown\n",
		"a summary":    "# T\n" + strings.Repeat("# some words\n", many/13) + "\nclient SSL_shutdown\n",
		"a long line":  "# T\n# " + strings.Repeat("é", many/2) + "\n\nclient SSL_shutdown\n",
		"a narration":  "# T\n\n" + strings.Repeat("# some words\n", many/13) + "client SSL_shutdown\n",
		"paragraphs":   "# T\n" + strings.Repeat("#\n# a\n", many/6) + "\nclient SSL_shutdown\n",
		"expectations": strings.Repeat("client SSL_shutdown => 1\n", many/25),
		"garbage":      strings.Repeat("garbage\n", many/8),
		"calls of C":   strings.Repeat("Client: SSL_shutdown(ssl);\n", 3000),
	} {
		m, _ := send(openScript(t), EditScript{text})
		for range 2 {
			s := SceneOf(m)
			shown := len(strings.Join(s.Story.Lines, "")) + len(s.Header.Scenarios[0].Choices[0].Text)
			marks := len(s.Panels.Script.Errors) + len(s.Panels.Script.Unmet) + len(s.Panels.Script.Rewrites) + len(s.Story.Lines)
			if shown > 2*maxShown+100 || marks > maxShown {
				t.Errorf("%s: %d bytes and %d things are drawn", name, shown, marks)
			}
			m, _ = Update(m, MoveCaret{len(text)})
		}
	}
}
