package model

import (
	"slices"
	"testing"
)

func TestMapOfFlagsFollowsTheBranch(t *testing.T) {
	m := press(t, newModel(), "pane state", "seek 4")
	f := SceneOf(m).Panels.State.Map
	if !slices.Equal(f.Passed, []MapPoint{{0, 0}, {1, 0}, {1, 2}}) || !slices.Equal(f.Ahead, []MapPoint{{1, 3}, {3, 3}}) {
		t.Errorf("the way is %v, then %v", f.Passed, f.Ahead)
	}
	if c := f.Cells[1][2]; !c.Now || c.First != 4 || c.Next != 4 || c.Times != 1 {
		t.Errorf("the cell of the cursor is %+v", c)
	}
	if f.Cells[2][2].First != -1 {
		t.Error("the branch never comes to RECEIVED and RECEIVED")
	}
	m = press(t, m, "last", "act client SSL_set_shutdown 0", "act server SSL_set_shutdown 0")
	if c := SceneOf(m).Panels.State.Map.Cells[0][0]; c.Times != 2 || c.Next != 0 || !c.Now {
		t.Errorf("back at the start: %+v", c)
	}
}
