package engine_test

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

// reasons pushes the errors of the client's last call out of a queue that nobody
// empties, and returns those that come to light.
func reasons(t *testing.T, c engine.Config, steps string) []string {
	t.Helper()
	lines := append(split(steps), "client keep_errors on", "client SSL_read 100")
	w, s := play(t, c, lines...)
	list := []string{s.Reason}
	for range 20 {
		var err error
		if w, s, err = w.Apply(op(t, "client SSL_shutdown")); err != nil {
			t.Fatal(err)
		}
		list = append(list, s.Reason)
	}
	list = slices.Compact(list)
	if last := list[len(list)-1]; last != "shutdown while in init" {
		t.Errorf("the last reason is %q", last)
	}
	return list[:len(list)-1]
}

// TestErrorsOfRecords: what is queued about a record that is refused. OpenSSL 3.5.7
// and 3.5.9 differ in short records only, as do 3.0.20 and 3.0.22; the others'
// recorded scripts show it, too.
func TestErrorsOfRecords(t *testing.T) {
	const damaged, forged = "server SSL_write 10|s2c corrupt", "s2c inject alert"
	const failure = ", record layer failure"
	for _, c := range []struct{ profile, damaged, short string }{
		{"openssl-1.1.1", "decryption failed or bad record mac", "internal error"},
		{"openssl-3.0.20", "cipher operation failed, decryption failed or bad record mac", "invalid aad, internal error"},
		{"openssl-3.0", "cipher operation failed, decryption failed or bad record mac", "decryption failed or bad record mac"},
		{"openssl-3.5.7", "cipher operation failed, decryption failed or bad record mac" + failure, "invalid aad, internal error" + failure},
		{"openssl-3.5", "cipher operation failed, decryption failed or bad record mac" + failure, "decryption failed or bad record mac" + failure},
		{"openssl-3.6", "cipher operation failed, decryption failed or bad record mac" + failure, "decryption failed or bad record mac" + failure},
	} {
		config := engine.Config{Profile: c.profile, Version: engine.TLS12}
		if got := strings.Join(reasons(t, config, damaged), ", "); got != c.damaged {
			t.Errorf("%s, a damaged record: %s, want %s", c.profile, got, c.damaged)
		}
		if got := strings.Join(reasons(t, config, forged), ", "); got != c.short {
			t.Errorf("%s, a record that was never protected: %s, want %s", c.profile, got, c.short)
		}
	}
}

// TestProfileFormat1: numbers in links of format 1 that stand for a profile, and numbers
// that stand for none.
func TestProfileFormat1(t *testing.T) {
	for number, want := range map[int]string{-1: "", 0: "openssl-1.1.1", 5: "openssl-3.0", 6: "", 7: ""} {
		if name, ok := engine.ProfileFormat1(number); name != want || ok != (want != "") {
			t.Errorf("%d: %q, %v, want %q", number, name, ok, want)
		}
	}
}
