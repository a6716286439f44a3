package model

import (
	"testing"
)

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
