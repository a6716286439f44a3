package conformance

import (
	"maps"
	"strings"
	"testing"
)

// withPrograms is a script whose programs have lines that would mean something outside them.
const withPrograms = `# A script.
start established
program client # the first one
---
profile none
client SSL_read 5
end program # not its end
end program
program server
end program
client next
run
---
server next
`

func TestPrograms(t *testing.T) {
	want := map[string]string{"client": "---\nprofile none\nclient SSL_read 5\nend program # not its end\n"}
	if got := Programs(withPrograms); !maps.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	head, steps := splitScript(withPrograms)
	if strings.Join(steps, "|") != "client next|run|server next" || !strings.Contains(head, "client SSL_read 5\n") || !strings.HasPrefix(head, "start established\nprogram client # the") {
		t.Errorf("the head is %q, the steps are %q", head, steps)
	}
	if one := strings.Replace(withPrograms, "run\n---\n", "run\n", 1); hasSeparator(one) || !hasSeparator(withPrograms) {
		t.Error("a line --- of a program is one of the script, or the other way round")
	}
	if got := WithProfile(withPrograms, "openssl-9.9", "tls1.2"); !strings.HasPrefix(got, "profile openssl-9.9\nversion tls1.2\n") || !strings.Contains(got, "\nprofile none\n") {
		t.Errorf("with another profile it is\n%s", got)
	}
}

func TestUnfinishedPrograms(t *testing.T) {
	h := fake(t)
	for _, c := range []struct {
		script     string
		unfinished bool
	}{
		{withPrograms, false},
		{"program client\nint f(SSL *s) { return 0; }", true},
		{"program client\nend program", false},
		{"program client\r\nend program\r\n", false},
		{"program client\n end program\n", true},
		{"program client", true},
		{"client SSL_read 1", false},
	} {
		if isUnfinished(c.script) != c.unfinished {
			t.Errorf("%q: unfinished is not %v", c.script, c.unfinished)
		}
		if _, err := h.Run(c.script); c.unfinished && (err == nil || !strings.Contains(err.Error(), programEnd)) {
			t.Errorf("%q: got the error %v", c.script, err)
		}
	}
}

// TestWireOfPrograms: a program that may begin a handshake is compared without its bytes.
func TestWireOfPrograms(t *testing.T) {
	for text, want := range map[string]bool{
		"SSL_shutdown(ssl);":      true,
		"SSL_clear_mode(ssl, 4);": true,
		"start before":            true,
		"SSL_clear(ssl);":         false,
		"if (SSL_renegotiate":     false,
	} {
		if got := WireIsCompared("program client\n" + text + "\nend program\nclient next\n"); got != want {
			t.Errorf("%s: got %v", text, got)
		}
	}
}

// TestCompareStops: of a program that is stopped, it is compared that it is, not why.
func TestCompareStops(t *testing.T) {
	const with, other, without = `{"n":1,"stopped":"line 3: x"}`, `{"n":1,"stopped":"y"}`, `{"n":1}`
	if d, differ := Compare("client next", []string{with}, []string{other}); differ {
		t.Error(d)
	}
	if d, differ := Compare("client next", []string{with}, []string{without}); !differ || d.Key != "stopped" {
		t.Errorf("got %v", d)
	}
}
