package script

import (
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestUnmet lists what was expected and what was returned, in as much detail as was
// expected.
func TestUnmet(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"client SSL_shutdown => 0 SSL_ERROR_SYSCALL\nclient SSL_shutdown\n", ""},
		{`client SSL_shutdown => 0 SSL_ERROR_SYSCALL ""`, ""},
		{"client SSL_shutdown => 1", "0: expected 1, got 0"},
		{"c2s fin\nserver SSL_read 5 => 0 SSL_ERROR_SSL \"bad length\"", `1: expected 0 SSL_ERROR_SSL "bad length", got 0 SSL_ERROR_SSL "unexpected eof while reading"`},
		{"client SSL_read 5 => 5 SSL_ERROR_NONE\nclient SSL_shutdown => 0\nclient SSL_shutdown => 0", "0: expected 5 SSL_ERROR_NONE, got -1 SSL_ERROR_WANT_READ|2: expected 0, got -1"},
		{"client SSL_free\nclient SSL_shutdown => 0", "1: expected 0, got nothing: a peer that is freed or waits makes no call"},
		{"client BIO_set_nbio 0\nclient SSL_read 5 => 5", "1: expected 5, got nothing: the call has not returned"},
		{"client BIO_set_nbio 0\nclient SSL_read 5 => 5 SSL_ERROR_NONE\nserver SSL_shutdown", "1: expected 5 SSL_ERROR_NONE, got 0 SSL_ERROR_ZERO_RETURN"},
		{"client BIO_set_nbio 0\nclient SSL_read 5 => 3\nclient SSL_read 5 => 5\nserver SSL_write 3", "2: expected 5, got nothing: a peer that is freed or waits makes no call"},
		{"client next => 1", "0: expected 1, got nothing: no call returned"},
	} {
		s, err := Parse(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		h, tip, err := s.Run()
		if err != nil {
			t.Fatal(err)
		}
		path := h.Path(tip)
		var got []string
		for _, u := range s.Unmet(func(i int) engine.Step { return h.Step(path[i+1]) }) {
			got = append(got, strconv.Itoa(u.Step)+": "+u.String())
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s\ngot  %q\nwant %q", tt.text, got, tt.want)
		}
	}
}
