package model

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// newRoot is a history of nothing but a connection.
func newRoot(t *testing.T) engine.History {
	t.Helper()
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	return engine.NewHistory(w)
}

func TestCompareFindsTheFirstDifference(t *testing.T) {
	m := do(t, New(), "preset truncation", "pane compare")
	c := SceneOf(m).Side.Compare
	if c.First != 4 || c.Rows[3].How != Differs || !c.Rows[3].First || c.Rows[2].How != Alike || c.Rows[3].In != "what it returns" {
		t.Errorf("first %d, rows %+v", c.First, c.Rows)
	}
	msg, _ := m.Do("rivalp", m.Config.Profile)
	m, _ = Update(m, msg)
	if c := SceneOf(m).Side.Compare; c.First != 0 || c.Verdict != "No step differs." {
		t.Errorf("with itself: %+v", c.Verdict)
	}
	msg, _ = m.Do("rivalv", "tls1.2")
	m, _ = Update(m, msg)
	if c := SceneOf(m).Side.Compare; c.Rows[0].How != SizeDiffers {
		t.Errorf("TLS 1.2 writes as many bytes: %+v", c.Rows[0])
	}
	m = do(t, m, "act server SSL_shutdown")
	if c := SceneOf(m).Side.Compare; len(c.Rows) != m.Len() {
		t.Errorf("%d rows for %d steps", len(c.Rows), m.Len())
	}
}

func TestMapOfFlagsFollowsTheBranch(t *testing.T) {
	m := do(t, New(), "pane state", "seek 4")
	f := SceneOf(m).Side.State.Map
	if !slices.Equal(f.Way, []MapPoint{{0, 0}, {1, 0}, {1, 2}}) || !slices.Equal(f.Ahead, []MapPoint{{1, 3}, {3, 3}}) {
		t.Errorf("the way is %v, then %v", f.Way, f.Ahead)
	}
	if c := f.Cells[1][2]; !c.Now || c.First != 4 || c.Again != 4 || c.Times != 1 {
		t.Errorf("the cell of the cursor is %+v", c)
	}
	if f.Cells[2][2].First != -1 {
		t.Error("the branch never comes to RECEIVED and RECEIVED")
	}
	m = do(t, m, "last", "act client SSL_set_shutdown 0", "act server SSL_set_shutdown 0")
	if c := SceneOf(m).Side.State.Map.Cells[0][0]; c.Times != 2 || c.Again != 0 || !c.Now {
		t.Errorf("back at the start: %+v", c)
	}
}
