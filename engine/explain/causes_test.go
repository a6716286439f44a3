package explain_test

import (
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
)

func TestCausingSteps(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"client SSL_write 5\nserver SSL_read 5", "1: data sent by client SSL_write(5) \u2192 5"},
		{"client SSL_write 5\nc2s fin\nserver SSL_read 5\nserver SSL_read 5", "2: network, client to server: fin"},
		{"client SSL_shutdown\nclient SSL_write 5", "1: SENT was set by client SSL_shutdown() \u2192 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error)"},
		{"s2c reset\nclient SSL_read 5\nclient SSL_read 5", "1: network, server to client: reset"},
		{"s2c reset\nc2s broken\nclient SSL_read 5", "1: network, server to client: reset"},
		{"s2c reset\nc2s broken\ns2c fin\nclient SSL_write 5", "2: network, client to server: broken"},
		{"s2c inject alert\nclient SSL_read 5\nclient SSL_read 5", "2: the connection failed in client SSL_read(5) \u2192 -1 SSL_ERROR_SSL"},
		{"client SSL_shutdown\nclient SSL_write 5\ns2c fin\nclient SSL_read 5", "3: network, server to client: fin"},
		{"s2c fin\nclient SSL_write 0", ""},
		{"server SSL_free\ns2c fin\nclient SSL_read 5", "2: network, server to client: fin"},
		{"s2c fin\nserver SSL_free\nclient SSL_read 5", "1: network, server to client: fin"},
		{"client close\nserver SSL_read 5", "1: client close()"},
		{"client close\nclient SSL_read 5", "1: client close()"},
		{"client BIO_set_nbio 0\nclient SSL_read 5\nserver SSL_write 5", "2: the call that was blocked: client SSL_read(5)"},
		{"client SSL_read 5", ""},
		{"client SSL_write 5", ""},
		{strings.Repeat("client SSL_write 1\n", 6) + "server SSL_read 1", "1: data sent by client SSL_write(1) \u2192 1"},
	} {
		h, path := play(t, c.script)
		var list []string
		for _, s := range explain.CausingSteps(h, path, len(path)-1) {
			list = append(list, strconv.Itoa(s.N)+": "+s.Text)
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.script, got, c.want)
		}
	}
}

func TestHarmful(t *testing.T) {
	for text, want := range map[string]bool{
		"c2s reset": true, "c2s broken": true, "c2s truncate": true, "c2s corrupt": true, "c2s inject alert": true,
		"c2s fin": false, "c2s hold": false, "client SSL_free": false,
	} {
		op, err := engine.ParseOp(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := explain.Harmful(op); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}
