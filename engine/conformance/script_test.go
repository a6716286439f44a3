package conformance

import "testing"

func TestWithProfile(t *testing.T) {
	got := WithProfile("# Title\n\nversion tls1.3\nstart tickets\nclient SSL_shutdown\n", "openssl-3.0.20", "tls1.2")
	if want := "profile openssl-3.0.20\nversion tls1.2\n# Title\n\nstart tickets\nclient SSL_shutdown\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}
