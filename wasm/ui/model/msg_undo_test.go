package model

import (
	"strings"
	"testing"
)

func TestTypingIsUndoneInOne(t *testing.T) {
	m := press(t, newModel(), "pane script")
	for _, text := range []string{"client SSL_shutdow", "client SSL_shutdown", "client SSL_shutdown\nserver SSL_read 1"} {
		m, _ = Update(m, EditScript{text})
	}
	if m = press(t, m, "undo"); m.Len() != 6 || m.Title() != "Client closes first" {
		t.Errorf("undone: %q of %d steps", m.Title(), m.Len())
	}
}

// Undo does not lead from one scenario to another: Save would replace one with the other.
func TestUndoStaysInTheScenario(t *testing.T) {
	first := press(t, newModel(), "act server SSL_free")
	first, cmds := send(first, Save{})
	first = press(t, sendOne(first, putAnswer(cmds, "a1", "r1")), "act client SSL_free")
	second := press(t, first, "open-preset half-close")
	for name, m := range map[string]Model{
		"the notice": sendOne(second, PressNotice{lastNotice(t, second).ID}),
		"an import":  sendOne(first, Import{Text: "client SSL_shutdown\n"}),
		"a text":     sendOne(first, editImported{"client SSL_raed\n"}),
	} {
		if undone := press(t, m, "undo"); stepLines(undone) != stepLines(m) || len(m.Undoable) > 0 {
			t.Errorf("%s: Undo puts %s on the stage of %q", name, stepLines(undone), undone.SavedID)
		}
	}
}

// A text that was not whole on the stage when Undo took it away, is played when Redo brings it back.
func TestRedoGoesOnPlaying(t *testing.T) {
	text := strings.Repeat("client SSL_write 5\n", 2*stepsAtOnce)
	m, cmds := Update(press(t, newModel(), "act server SSL_free"), EditScript{text})
	m = sendOne(press(t, m, "undo"), cmds[0].(Wait).Msg)
	if m, _ = send(m, Redo{}); m.Len() != 2*stepsAtOnce {
		t.Errorf("%d steps are on the stage, unplayed %v", m.Len(), m.Editor.unplayed != nil)
	}
	m, cmds = Update(press(t, newModel(), "act server SSL_free"), EditScript{withProgram})
	m = answerAll(t, press(t, m, "undo"), cmds)
	if m = updateCompiled(t, m, Redo{}); m.Editor.Compiling || m.Len() != 3 {
		t.Errorf("%d steps are on the stage, compiling %v", m.Len(), m.Editor.Compiling)
	}
}
