package model

import (
	"slices"
	"testing"
)

func TestTreeAndUndo(t *testing.T) {
	m := do(t, New(), "next", "act client SSL_shutdown", "act client SSL_write 10", "pane tree")
	limbs := SceneOf(m).Side.Tree.Limbs
	if len(limbs) != 3 || limbs[0].On != true || limbs[1].On || !limbs[2].On || !limbs[2].Cursor || limbs[1].To != 6 || limbs[2].Depth != 1 {
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
	if m.At != 3 || len(m.Redone) != 0 {
		t.Error("after a new call there is something to redo")
	}
	m = do(t, m, "preset half-close")
	if len(m.Undone) != 0 {
		t.Error("Undo leads out of the scenario")
	}
}

func TestTypingIsUndoneInOne(t *testing.T) {
	m := do(t, New(), "pane script")
	for _, text := range []string{"client SSL_shutdow", "client SSL_shutdown", "client SSL_shutdown\nserver SSL_read 1"} {
		m, _ = Update(m, Typed{text})
	}
	if m = do(t, m, "undo"); m.Len() != 6 || m.Title() != "Client closes first" {
		t.Errorf("undone: %q of %d steps", m.Title(), m.Len())
	}
}

func TestBranchesOutliveAReload(t *testing.T) {
	m := do(t, New(), "next", "act client SSL_shutdown", "act client SSL_set_shutdown SENT|RECEIVED", "back", "act server SSL_read 100")
	text := m.branchText()
	again := m.Work
	if err := again.replay(newRoot(t), m.Script().Steps); err != nil {
		t.Fatal(err)
	}
	again.regrow(text)
	if again.History.Len() != m.History.Len() {
		t.Errorf("%d moments, want %d", again.History.Len(), m.History.Len())
	}
	if got := again.branchText(); got != text {
		t.Errorf("got %q, want %q", got, text)
	}
	for _, damaged := range []string{"p1", "q1 client SSL_shutdown", "p99 client SSL_shutdown", "b7 client SSL_shutdown", "p1 client nothing", "p-1 client SSL_shutdown"} {
		before := again.History.Len()
		if again.regrow(damaged); again.History.Len() != before {
			t.Errorf("%q grows something", damaged)
		}
	}
}

func TestPlayingStopsAtABreakpoint(t *testing.T) {
	m := do(t, New(), "break 2", "break 9", "play")
	if !slices.Equal(SceneOf(m).Dock.Breaks, []int{2}) {
		t.Errorf("breakpoints at %v", SceneOf(m).Dock.Breaks)
	}
	for range 8 {
		m, _ = Update(m, Tick{m.turn})
	}
	if m.At != 2 || m.Playing {
		t.Errorf("step %d, playing %v", m.At, m.Playing)
	}
	if m = do(t, m, "breakhere"); len(m.Breaks) != 0 {
		t.Error("the breakpoint is still there")
	}
}
