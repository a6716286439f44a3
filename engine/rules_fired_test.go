package engine_test

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestRulesAreListedOnce: a rule that decides twice in a step, as with two tickets
// in one read, is listed once.
func TestRulesAreListedOnce(t *testing.T) {
	for _, s := range recordedScripts(t) {
		h, tip, err := s.Run()
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range h.Path(tip)[1:] {
			rules := names(h.Step(id))
			if slices.Sort(rules); len(slices.Compact(slices.Clone(rules))) != len(rules) {
				t.Errorf("step %q lists %q", h.Step(id).Op, rules)
			}
		}
	}
}

// names are those of the rules that decided a step.
func names(s engine.Step) []string {
	var list []string
	for _, r := range s.Rules() {
		list = append(list, r.Name)
	}
	return list
}

// TestRulesOfSteps: exactly these rules decide the last step, in this order.
func TestRulesOfSteps(t *testing.T) {
	const asked = "|server SSL_key_update requested|server SSL_write 1|client SSL_read 100"
	for _, c := range []struct {
		profile string
		version engine.Version
		steps   string
		want    string
	}{
		{"", 0, "client SSL_shutdown", "send-close-notify half-closed syscall-after-zero"},
		{"", 0, "client SSL_shutdown|server SSL_write 10|client SSL_shutdown", "await-close-notify data-after-close"},
		{"openssl-1.1.1", 0, "client SSL_shutdown|s2c fin|client SSL_shutdown", "await-close-notify silent-eof syscall-without-cause"},
		{"openssl-3.0.20", 0, "c2s capacity 10|client SSL_write 10|client SSL_shutdown|client SSL_shutdown", "dispatch-again bad-write-retry no-alert-after-close"},

		{"", 0, "client SSL_write 10", "write"},
		{"", 0, "client SSL_write 0", "write-nothing syscall-without-cause"},
		{"", 0, "client SSL_write 16384", "write"},
		{"", 0, "client SSL_clear_mode ENABLE_PARTIAL_WRITE|client SSL_write 16384", "write"},
		{"", 0, "client SSL_clear_mode ENABLE_PARTIAL_WRITE|client SSL_write 16385", "write-whole"},
		{"", 0, "client SSL_write 16385", "write-partial"},
		{"", 0, "c2s capacity 10|client SSL_write 10|c2s capacity 99|client SSL_write 10", "write-retried write"},
		{"", 0, "server SSL_shutdown|client SSL_read 1|client SSL_write 10", "write half-close"},
		{"", 0, "c2s capacity 10|client SSL_write 10|client SSL_write 9", "bad-length session-dropped alert-behind-data"},
		{"", 0, "c2s capacity 10|client SSL_shutdown|client SSL_set_shutdown 0|client SSL_write 10", "bad-write-retry session-dropped alert-behind-data"},
		{"", 0, "c2s capacity 10|client SSL_write 10" + asked + asked, "bad-length session-dropped alert-behind-data"},
		{"openssl-3.0.20", 0, "c2s broken|client SSL_write 10", "broken-pipe"},

		{"", 0, "server SSL_write 10|client SSL_read 100", "read"},
		{"", 0, "server SSL_write 10|client SSL_read 0", "read-nothing syscall-without-cause"},
		{"", 0, "server SSL_write 10|client SSL_peek 100", "peek"},
		{"", 0, "server SSL_write 10|client SSL_shutdown|client SSL_read 100", "read read-after-own-close"},
		{"openssl-1.1.1", 0, "s2c fin|client SSL_read 100", "silent-eof syscall-without-cause"},

		{"", 0, "s2c inject alert|client SSL_read 100", "bad-record-type session-dropped"},
		{"", engine.TLS12, "s2c inject alert|client SSL_read 100", "short-record session-dropped"},
		{"", 0, "server SSL_write 10|s2c corrupt|client SSL_read 100", "bad-record-mac session-dropped"},
		{"", engine.TLS12, "server SSL_write 10|s2c corrupt|client SSL_read 100", "bad-record-mac session-dropped"},
		{"", 0, damagedHeader("2", "10"), "bad-header session-dropped"},
		{"openssl-3.0.20", 0, damagedHeader("2", "10"), "bad-header session-dropped"},
		{"", engine.TLS12, damagedHeader("2", "10"), "bad-header session-dropped"},
		{"", 0, damagedHeader("3", "10"), "bad-header session-dropped"},
		{"", 0, damagedHeader("4", "16384"), "bad-header session-dropped"},

		{"", 0, "client SSL_shutdown|client SSL_clear", "session-kept clear"},
		{"", 0, "client SSL_clear", "session-dropped clear"},
		{"", 0, "client SSL_clear|client SSL_do_handshake", "handshake-begins send-client-hello flush-flight want-read"},
		{"", 0, "client SSL_do_handshake", "handshake-done"},
		{"", 0, "client SSL_key_update requested", "key-update-marked"},
		{"", 0, "client SSL_key_update requested|client SSL_write 1", "send-key-update flush-flight write"},
		{"", 0, "client SSL_key_update requested|client SSL_write 1|server SSL_read 9", "key-update-received read"},
		{"", 0, "client SSL_renegotiate", "renegotiate-refused"},

		{"", 0, "client close", "close"},
		{"", 0, "client close|client close", "closed-already"},
		{"", 0, "client close|client SSL_read 10", "bad-descriptor"},
		{"", 0, "client close|client SSL_write 10", "bad-descriptor"},
		{"", 0, "client SSL_write 10|server close", "close-unread vanish reset-arrives"},
		{"", 0, "server close|client SSL_write 10", "vanish reset-arrives write"},
		{"", 0, "server close|client SSL_write 10|client SSL_write 10", "broken-pipe"},
		{"", 0, "server close|client SSL_read 10", "unexpected-eof session-dropped vanish reset-arrives"},

		{"", 0, "client BIO_set_nbio 0|client SSL_read 5", "blocks"},
		{"", 0, "client BIO_set_nbio 0|client SSL_read 5|server SSL_write 5", "write read goes-on"},
		{"", 0, "client BIO_set_nbio 0|client SSL_read 5|client SSL_read 5", "blocked"},
		{"", 0, "client BIO_set_nbio 0|server BIO_set_nbio 0|client SSL_read 5|server SSL_read 5", "blocks deadlock"},
		{"", 0, "c2s hold|client SSL_write 10|client BIO_set_nbio 0|server BIO_set_nbio 0|client SSL_read 5|server SSL_read 5", "blocks"},
		{"", 0, "c2s hold|client SSL_write 10|client BIO_set_nbio 0|server BIO_set_nbio 0|client SSL_read 5|c2s deliver 31|server SSL_read 5", "blocks"},

		{"openssl-4.0", 0, "s2c reset|client SSL_read 10", "connection-reset transport-failure-is-fatal"},
		{"openssl-4.0", 0, "s2c reset|client SSL_read 10|client SSL_read 10", "after-fatal-error error-noted"},
		{"openssl-4.0", 0, "s2c reset|client SSL_read 10|client SSL_shutdown", "after-fatal-error error-noted"},
		{"openssl-4.0", 0, "client SSL_key_update requested|client SSL_key_update requested", "key-update-refused no-error-noted"},
		{"openssl-4.0", 0, "client keep_errors on|client SSL_set_shutdown SENT|client SSL_write 1|client SSL_shutdown", "await-close-notify want-read stale-error-ignored"},

		{"", 0, "client SSL_free", "session-dropped free"},
		{"", 0, "client SSL_shutdown|client SSL_free", "session-kept free"},
		{"", 0, "s2c inject alert|client SSL_read 100|client SSL_free", "session-in-init free"},
	} {
		_, s := play(t, engine.Config{Profile: c.profile, Version: c.version}, split(c.steps)...)
		if got := strings.Join(names(s), " "); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.profile, c.steps, got, c.want)
		}
	}
}

// damagedHeader is a read of a record of n bytes whose header's byte, counted from
// 1, has a flipped bit.
func damagedHeader(byte, n string) string {
	return "s2c capacity " + byte + "|server SSL_write " + n + "|s2c corrupt|s2c capacity 99999|server SSL_write " + n + "|client SSL_read 100"
}

// TestFreeDropsTheSession that was not closed, and keeps the one that was.
func TestFreeDropsTheSession(t *testing.T) {
	w, _ := play(t, engine.Config{Version: engine.TLS12}, "client SSL_free", "server SSL_shutdown", "server SSL_free")
	if c, s := w.Endpoint(engine.Client), w.Endpoint(engine.Server); c.Resumable() || c.Cached() || !s.Resumable() || !s.Cached() {
		t.Errorf("client %v %v, server %v %v", c.Resumable(), c.Cached(), s.Resumable(), s.Cached())
	}
}
