package explain_test

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
)

func TestEffects(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"client SSL_write 5", ""},
		{"client SSL_shutdown", "+SENT"},
		{"client SSL_write 5\nserver SSL_read 5", ""},
		{"client SSL_shutdown\nserver SSL_read 5", "+RECEIVED"},
		{"client SSL_shutdown\nclient SSL_set_shutdown 0", "\u2212SENT"},
		{"c2s hold\nclient SSL_write 5\nc2s deliver 9", "data 9 B arrived"},
		{"client SSL_write 5\nc2s corrupt", "data damaged"},
		{"client SSL_write 5\nc2s truncate", "data 27 B lost"},
		{strings.Repeat("client SSL_write 5\n", 5) + "c2s truncate", "data 27 B lost; data 27 B lost; and 3 more"},
		{"client BIO_set_nbio 0\nclient SSL_read 5", "blocks"},
		{"client BIO_set_nbio 0\nserver BIO_set_nbio 0\nclient SSL_read 5\nserver SSL_read 5", "blocks; deadlock: each waits for the other"},
		{"client BIO_set_nbio 0\nclient SSL_read 5\nserver SSL_shutdown", "client +RECEIVED; +SENT"},
	} {
		h, path := play(t, c.script)
		var list []string
		for _, e := range explain.Effects(h, path[len(path)-1]) {
			list = append(list, e.Text)
			if isFlag := strings.Contains(e.Text, "SENT") || strings.Contains(e.Text, "RECEIVED"); e.Flag != isFlag {
				t.Errorf("%q: Flag is %v for %q", c.script, e.Flag, e.Text)
			}
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.script, got, c.want)
		}
	}
}

// TestFlagCause names the step and the record that set a flag.
func TestFlagCause(t *testing.T) {
	h, path := play(t, "client SSL_shutdown\nserver SSL_read 100\nserver SSL_set_shutdown SENT|RECEIVED")
	w := h.World(path[3])
	for _, c := range []struct {
		cause engine.Cause
		want  string
	}{
		{w.Endpoint(engine.Client).SentBy(), "set in step 1 by client SSL_shutdown(), with the close_notify of the client"},
		{w.Endpoint(engine.Server).ReceivedBy(), "set in step 2 by server SSL_read(100), with the close_notify of the client"},
		{w.Endpoint(engine.Server).SentBy(), "set in step 3 by server SSL_set_shutdown(SENT|RECEIVED)"},
	} {
		if got := explain.FlagCause(h.Step(path[c.cause.Step]), c.cause); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
