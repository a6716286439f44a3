package model

import "testing"

func TestStatusLine(t *testing.T) {
	m := press(t, New(), "seek 4")
	for _, c := range []struct {
		at   string
		m    Model
		want string
	}{
		{"step 4", m, "step 4 of 6: server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN"},
		{"the start", press(t, m, "first"), "step 0 of 6: step forward to begin"},
		{"an empty stage", emptyModel(t), "no steps yet: press a call to take the first"},
		{"the 0 of SSL_shutdown", press(t, m, "seek 3"), "step 3 of 6: client SSL_shutdown() → 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error)"},
	} {
		if got := SceneOf(c.m).Dock.Status; got != c.want {
			t.Errorf("at %s: got %q, want %q", c.at, got, c.want)
		}
	}
}

func TestFlagChangesAreEffects(t *testing.T) {
	_, rows := rowsAfter(t, "client SSL_shutdown", "client SSL_set_shutdown 0")
	if e := rows[1].Effects; len(e) != 1 || e[0].Text != "\u2212SENT" || !e[0].Flag {
		t.Errorf("effects %+v", e)
	}
}
