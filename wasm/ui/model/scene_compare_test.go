package model

import "testing"

func TestCompareFindsTheFirstDifference(t *testing.T) {
	m := press(t, New(), "open-preset truncation", "pane compare")
	c := SceneOf(m).Panels.Compare
	if c.FirstDifference != 4 || c.Rows[3].Result != Differs || !c.Rows[3].IsFirst || c.Rows[2].Result != Alike || c.Rows[3].Difference != "what it returns" {
		t.Errorf("first %d, rows %+v", c.FirstDifference, c.Rows)
	}
	msg, _ := m.MsgFromAction("compare-profile", m.Config.Profile)
	m, _ = Update(m, msg)
	if c := SceneOf(m).Panels.Compare; c.FirstDifference != 0 || c.Verdict != "No step differs." {
		t.Errorf("with itself: %+v", c.Verdict)
	}
	msg, _ = m.MsgFromAction("compare-version", "tls1.2")
	m, _ = Update(m, msg)
	if c := SceneOf(m).Panels.Compare; c.Rows[0].Result != SizeDiffers {
		t.Errorf("TLS 1.2 writes as many bytes: %+v", c.Rows[0])
	}
	m = press(t, m, "act server SSL_shutdown")
	if c := SceneOf(m).Panels.Compare; len(c.Rows) != m.Len() {
		t.Errorf("%d rows for %d steps", len(c.Rows), m.Len())
	}
}
