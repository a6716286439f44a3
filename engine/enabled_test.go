package engine_test

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestEnabled: what is offered changes with the World.
func TestEnabled(t *testing.T) {
	for _, c := range []struct {
		steps   string // "|" between them
		offered string
		not     string
	}{
		{"", "client SSL_shutdown|client SSL_read 100|client SSL_peek 100|server SSL_write 10|server SSL_free|server SSL_do_handshake" +
			"|client SSL_key_update requested|client SSL_key_update not_requested|c2s inject alert",
			"c2s deliver all|c2s deliver 10|c2s truncate|c2s corrupt"},
		{"", "client SSL_set_shutdown SENT|client SSL_set_shutdown RECEIVED|client SSL_set_shutdown SENT|RECEIVED", "client SSL_set_shutdown 0"},
		{"client SSL_shutdown", "client SSL_set_shutdown 0|client SSL_set_shutdown SENT|RECEIVED|server SSL_set_shutdown SENT", "client SSL_set_shutdown SENT"},
		{"", "client SSL_set_quiet_shutdown 1", "client SSL_set_quiet_shutdown 0"},
		{"client SSL_set_quiet_shutdown 1", "client SSL_set_quiet_shutdown 0|server SSL_set_quiet_shutdown 1", "client SSL_set_quiet_shutdown 1"},
		{"", "client keep_errors on", "client keep_errors off"},
		{"client keep_errors on", "client keep_errors off|server keep_errors on", "client keep_errors on"},
		{"", "client SSL_set_options IGNORE_UNEXPECTED_EOF|client SSL_clear_mode AUTO_RETRY", ""},
		{"client SSL_set_options IGNORE_UNEXPECTED_EOF", "server SSL_set_options IGNORE_UNEXPECTED_EOF|client SSL_clear_mode AUTO_RETRY",
			"client SSL_set_options IGNORE_UNEXPECTED_EOF"},
		{"client SSL_clear_mode AUTO_RETRY", "server SSL_clear_mode AUTO_RETRY|client SSL_set_mode AUTO_RETRY|client SSL_clear_mode ENABLE_PARTIAL_WRITE",
			"client SSL_clear_mode AUTO_RETRY|server SSL_set_mode AUTO_RETRY|client SSL_set_mode ENABLE_PARTIAL_WRITE"},
		{"client SSL_clear_mode AUTO_RETRY|client SSL_set_mode AUTO_RETRY", "client SSL_clear_mode AUTO_RETRY", "client SSL_set_mode AUTO_RETRY"},
		{"", "client BIO_set_nbio 0|client close", "client BIO_set_nbio 1"},
		{"client BIO_set_nbio 0", "client BIO_set_nbio 1|server BIO_set_nbio 0", "client BIO_set_nbio 0"},
		{"client close", "server close", "client close"},
		{"client BIO_set_nbio 0|client SSL_read 10", "server SSL_read 100|server close", "client SSL_read 100|client close"},
		{"client SSL_free", "server SSL_shutdown|server SSL_free", "client SSL_shutdown|client SSL_free|client SSL_set_shutdown SENT"},
		{"", "c2s hold|c2s fin|c2s reset|c2s broken|c2s capacity 20", "c2s capacity 1048576"},
		{"c2s hold", "s2c hold", "c2s hold"},
		{"c2s hold|client SSL_write 10", "c2s deliver all|c2s deliver 10|c2s truncate|c2s corrupt", "s2c deliver all"},
		{"c2s hold|client SSL_write 10|c2s deliver 22", "c2s deliver all", "c2s deliver 10"},
		{"c2s hold|client SSL_write 10|c2s deliver 21", "c2s deliver all|c2s deliver 10", ""},
		{"c2s hold|client SSL_write 10|c2s deliver 31", "c2s deliver all", "c2s deliver 10"},
		{"c2s hold|client SSL_write 10|c2s deliver all", "c2s truncate", "c2s deliver all"},
		{"c2s fin", "s2c fin", "c2s fin"},
		{"c2s reset", "s2c reset", "c2s reset"},
		{"c2s broken", "s2c broken", "c2s broken"},
		{"c2s capacity 20", "c2s capacity 1048576|s2c capacity 20", "c2s capacity 20"},
	} {
		w, _ := play(t, engine.Config{}, split(c.steps)...)
		var got []string
		for _, op := range w.Enabled() {
			got = append(got, op.String())
			if _, _, err := w.Apply(op); err != nil {
				t.Errorf("after %q, %s: %v", c.steps, op, err)
			}
		}
		for _, want := range split(c.offered) {
			if !slices.Contains(got, want) {
				t.Errorf("after %q, %q is not offered", c.steps, want)
			}
		}
		for _, no := range split(c.not) {
			if slices.Contains(got, no) {
				t.Errorf("after %q, %q is offered", c.steps, no)
			}
		}
		if slices.Sort(got); len(slices.Compact(got)) != len(w.Enabled()) {
			t.Errorf("after %q, something is offered twice", c.steps)
		}
	}
}

// split gives the steps of a text, "|" between them; the flags SENT|RECEIVED are
// one word.
func split(steps string) []string {
	if steps == "" {
		return nil
	}
	list := strings.Split(strings.ReplaceAll(steps, "SENT|RECEIVED", "BOTH"), "|")
	for i := range list {
		list[i] = strings.ReplaceAll(list[i], "BOTH", "SENT|RECEIVED")
	}
	return list
}
