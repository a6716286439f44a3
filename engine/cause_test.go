package engine_test

import (
	"testing"

	"closenotify/engine"
)

// TestCausesOfFlags: the step and the record that set each of the client's flags.
func TestCausesOfFlags(t *testing.T) {
	type cause = engine.Cause
	for _, c := range []struct {
		profile, steps string
		sent, received cause
	}{
		{"", "client SSL_shutdown", cause{Step: 1, Record: 1}, cause{}},
		{"", "client SSL_shutdown|client SSL_set_shutdown SENT|RECEIVED", cause{Step: 1, Record: 1}, cause{Step: 2}},
		{"", "server SSL_shutdown|client SSL_read 1|client SSL_shutdown", cause{Step: 3, Record: 2}, cause{Step: 2, Record: 1}},
		{"", "client SSL_set_quiet_shutdown 1|client SSL_shutdown", cause{Step: 2}, cause{Step: 2}},
		{"", "client SSL_set_shutdown SENT|c2s corrupt|client SSL_shutdown", cause{Step: 1}, cause{}},
		// close_notify waits for data: the flag is set first, and the record follows when it leaves.
		{"", "c2s capacity 10|client SSL_write 10|client SSL_shutdown", cause{Step: 3}, cause{}},
		// The flag is cleared by then.
		{"", "c2s capacity 10|client SSL_write 10|client SSL_shutdown|client SSL_set_shutdown 0|c2s capacity 999|client SSL_write 20", cause{}, cause{}},
		// With the option the end of the transport counts as a close_notify, without a record.
		{"", "client SSL_set_options IGNORE_UNEXPECTED_EOF|s2c fin|client SSL_read 1", cause{}, cause{Step: 3}},
		// A fatal alert sets the flag, too.
		{"", "client SSL_write 10|c2s corrupt|server SSL_read 1|client SSL_read 1", cause{}, cause{Step: 4, Record: 2}},
		// A close_notify that is sent a second time does not change the cause.
		{"openssl-3.0.20", "c2s capacity 10|client SSL_shutdown|c2s capacity 999|client SSL_shutdown|client SSL_shutdown", cause{Step: 2, Record: 1}, cause{}},
	} {
		w, _ := play(t, engine.Config{Profile: c.profile}, split(c.steps)...)
		e := w.Endpoint(engine.Client)
		if e.SentBy() != c.sent || e.ReceivedBy() != c.received {
			t.Errorf("%s: SENT by %+v, RECEIVED by %+v, want %+v, %+v", c.steps, e.SentBy(), e.ReceivedBy(), c.sent, c.received)
		}
	}
}
