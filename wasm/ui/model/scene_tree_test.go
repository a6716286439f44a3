package model

import "testing"

func TestTreeAndUndo(t *testing.T) {
	m := press(t, newModel(), "next", "act client SSL_shutdown", "act client SSL_write 10", "pane tree")
	branches := SceneOf(m).Panels.Tree.Branches
	if len(branches) != 3 || branches[0].OnStage != true || branches[1].OnStage || !branches[2].OnStage || !branches[2].HasCursor || branches[1].To != 6 || branches[2].Depth != 1 {
		t.Fatalf("the tree is %+v", branches)
	}
	m = press(t, m, "undo", "undo")
	if m.At != 1 || m.Len() != 6 {
		t.Errorf("undone twice: step %d of %d", m.At, m.Len())
	}
	m = press(t, m, "redo")
	if m.At != 2 || m.Len() != 2 {
		t.Errorf("done again: step %d of %d", m.At, m.Len())
	}
	m = press(t, m, "act server SSL_shutdown", "redo")
	if m.At != 3 || len(m.Redoable) != 0 {
		t.Error("after a new call there is something to redo")
	}
	m = press(t, m, "open-preset half-close")
	if len(m.Undoable) != 0 {
		t.Error("Undo leads out of the scenario")
	}
}
