package model

import "testing"

// TestOutcomesWaitForTheirCause: a return value appears when what it depends on has happened.
func TestOutcomesWaitForTheirCause(t *testing.T) {
	m := emptyModel(t)
	for _, c := range []struct {
		op   string
		want Outcome
	}{
		{"client SSL_write 5", AfterFlight},
		{"server SSL_read 3", AfterRead},
		{"server SSL_read 2", AfterCall}, // the record has been read already
		{"server SSL_shutdown", AfterFlight},
		{"client SSL_shutdown", AfterFlight},
		{"client SSL_shutdown", AfterRead},
		{"c2s fin", AfterFlight},
		{"client SSL_set_shutdown 0", AfterCall},
	} {
		turn := m.motion().Turn
		m = press(t, m, "act "+c.op)
		if got := m.motion(); got.After != c.want || got.Turn == 0 || got.Turn == turn {
			t.Errorf("%s: %+v after turn %d, want %s", c.op, got, turn, c.want)
		}
	}
	m, _ = send(m, EndFlight{})
	if got := m.motion(); got != (Motion{}) {
		t.Errorf("when the flight has ended: %+v", got)
	}
	m = press(t, m, "back")
	if got := m.motion(); got != (Motion{}) {
		t.Errorf("after a step back: %+v", got)
	}
}
