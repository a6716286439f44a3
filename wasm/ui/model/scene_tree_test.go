package model

import "testing"

func TestTreeAndUndo(t *testing.T) {
	m := do(t, New(), "next", "act client SSL_shutdown", "act client SSL_write 10", "pane tree")
	limbs := SceneOf(m).Panels.Tree.Branches
	if len(limbs) != 3 || limbs[0].OnStage != true || limbs[1].OnStage || !limbs[2].OnStage || !limbs[2].HasCursor || limbs[1].To != 6 || limbs[2].Depth != 1 {
		t.Fatalf("the tree is %+v", limbs)
	}
	m = do(t, m, "undo", "undo")
	if m.At != 1 || m.Len() != 6 {
		t.Errorf("undone twice: step %d of %d", m.At, m.Len())
	}
	m = do(t, m, "redo")
	if m.At != 2 || m.Len() != 2 {
		t.Errorf("done again: step %d of %d", m.At, m.Len())
	}
	m = do(t, m, "act server SSL_shutdown", "redo")
	if m.At != 3 || len(m.Redoable) != 0 {
		t.Error("after a new call there is something to redo")
	}
	m = do(t, m, "open-preset half-close")
	if len(m.Undoable) != 0 {
		t.Error("Undo leads out of the scenario")
	}
}
