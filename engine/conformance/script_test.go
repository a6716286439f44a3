package conformance

import "testing"

func TestWithProfile(t *testing.T) {
	got := WithProfile("# Title\n\nversion tls1.3\nstart tickets\nclient SSL_shutdown\n", "openssl-3.0.20", "tls1.2")
	if want := "profile openssl-3.0.20\nversion tls1.2\n# Title\n\nstart tickets\nclient SSL_shutdown\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestWireIsCompared(t *testing.T) {
	for script, want := range map[string]bool{
		"client SSL_shutdown\n":                                  true,
		"start established\nserver SSL_do_handshake\n":           true,
		"start tickets\n":                                        false,
		"# start tickets, and SSL_renegotiate\n":                 true,
		"server SSL_renegotiate\n":                               false,
		"client SSL_clear\nclient SSL_shutdown\n":                true,
		"client SSL_clear\nclient SSL_do_handshake\n":            false,
		"client SSL_clear\nclient SSL_read 100\n":                false,
		"client SSL_clear\nclient SSL_peek 1\n":                  false,
		"client SSL_clear\n\n  client  SSL_write 10 # a comment": false,
		"client SSL_clear\nserver SSL_read 100\n":                true,
		"server SSL_clear\nserver SSL_read 100\n":                true,
		"server SSL_read 100\nserver SSL_clear\n":                true,
	} {
		if got := WireIsCompared(script); got != want {
			t.Errorf("%v, want %v for\n%s", got, want, script)
		}
	}
}
