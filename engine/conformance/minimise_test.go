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

// TestMinimiseOfPrograms: functions and statements go, with what is in them or around others.
func TestMinimiseOfPrograms(t *testing.T) {
	const script = "program client\nint f(SSL *s)\n{\n\treturn 1;\n}\nend program\nprogram server\nstatic int g(SSL *s) {\n\treturn 2;\n}\n" +
		"int f(SSL *s) {\n\tint n = 0;\n\tif (n > 0) {\n\t\tn = SSL_read(\n\t\t\ts, 1);\n\t\tdo {\n\t\t\tn = SSL_shutdown(s);\n\t\t} while (n);\n\t} else {\n\t\tn = 2;\n\t}\n\treturn n;\n}\nend program\nserver next\nrun\n"
	balanced := func(s string) bool {
		return strings.Count(s, "{") == strings.Count(s, "}") && strings.Count(s, "(") == strings.Count(s, ")")
	}
	got := Minimise(script, func(s string) bool {
		return balanced(s) && strings.Contains(s, "int n") && strings.Contains(s, "SSL_shutdown") && strings.Contains(s, "server next")
	})
	if want := "program server\n\tint n = 0;\n\t\t\tn = SSL_shutdown(s);\nend program\nserver next\n"; got != want {
		t.Errorf("got\n%s", got)
	}
}
