package conformance

import "testing"

func TestProfileOf(t *testing.T) {
	for version, want := range map[string]string{
		"OpenSSL 1.1.1w  11 Sep 2023": "openssl-1.1.1",
		"OpenSSL 3.0.20 7 Apr 2026":   "openssl-3.0.20",
		"OpenSSL 3.1.4 24 Oct 2023":   "openssl-3.0.20",
		"OpenSSL 3.3.2 3 Sep 2024":    "openssl-3.5.7",
		"OpenSSL 3.5.7 9 Jun 2026":    "openssl-3.5.7",
		"OpenSSL 3.5.9 29 Sep 2026":   "openssl-3.5.7",
		"OpenSSL 3.6.5 29 Sep 2026":   "openssl-3.6",
		"OpenSSL 1.0.2u 20 Dec 2019":  "",
		"OpenSSL three":               "",
		"nothing":                     "",
	} {
		if got := profileOf(version); got != want {
			t.Errorf("%s: got %q, want %q", version, got, want)
		}
	}
}

func TestHeaded(t *testing.T) {
	got := Headed("# Title\n\nversion tls1.3\nstart tickets\nclient SSL_shutdown\n", "openssl-3.0.20", "tls1.2")
	if want := "profile openssl-3.0.20\nversion tls1.2\n# Title\n\nstart tickets\nclient SSL_shutdown\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestParseSubset(t *testing.T) {
	for s := Core; s <= Whole; s++ {
		if got, err := ParseSubset(s.String()); got != s || err != nil {
			t.Errorf("%s: got %v, %v", s, got, err)
		}
	}
	if _, err := ParseSubset("all"); err == nil {
		t.Error("no error")
	}
}
