package conformance

import (
	"strings"
	"testing"
)

func TestMinimise(t *testing.T) {
	script := "version tls1.2\n# why\nc2s hold\n" + strings.Repeat("server SSL_read 100\n", 20) +
		"client SSL_write 40\nclient SSL_set_shutdown SENT\nc2s truncate\nserver SSL_read 100\nclient SSL_free\n"
	calls := 0
	got := Minimise(script, func(s string) bool {
		calls++
		_, after, found := strings.Cut(s, "client SSL_write ")
		return found && !strings.HasPrefix(after, "0") && strings.Contains(after, "truncate") &&
			strings.Contains(s, "tls1.2")
	})
	if want := "version tls1.2\n# why\nclient SSL_write 1\nc2s truncate\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if calls > 200 {
		t.Errorf("took %d tries", calls)
	}
}

func TestMinimiseLeavesFlagsAlone(t *testing.T) {
	script := "client SSL_set_quiet_shutdown 1\n"
	if got := Minimise(script, func(s string) bool { return strings.Contains(s, "quiet") }); got != script {
		t.Errorf("got %q", got)
	}
}

func TestMinimiseOfWhatDoesNotFail(t *testing.T) {
	script := "client SSL_shutdown\nserver SSL_shutdown\n"
	if got := Minimise(script, func(string) bool { return false }); got != script {
		t.Errorf("got %q", got)
	}
}
