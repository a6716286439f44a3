package explore

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// playProgram applies steps to a new connection whose client runs a program.
func playProgram(t *testing.T, program, steps string) engine.World {
	t.Helper()
	s, err := script.Parse("program client\n" + program + "\nend program\n")
	if err != nil {
		t.Fatal(err)
	}
	w, err := compile.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	return applyAll(t, w, steps)
}

// TestKeyOfPrograms: what a program has in its memory and may ask is part of a state, what it
// has printed is not.
func TestKeyOfPrograms(t *testing.T) {
	const next = "client next|"
	for _, c := range []struct {
		program, a, b string
		same          bool
	}{
		{"void f(SSL *s) { while (SSL_read(s, s, 0) != 1) ; }", next + next, next + next + next, true},
		{"void f(SSL *s) { int n = 0; while (SSL_read(s, s, 0) != 1) n++; }", next, next + next, false},
		{"void f(SSL *s) { while (1) sleep(1); }", next, next + next, false},
		{"void f(SSL *s) { while (1) sleep(0); }", next, next + next, true},
		{"void f(SSL *s) { while (1) shutdown(3, SHUT_WR); }", next + next, next + next + next, true},
		{"void f(SSL *s) { while (1) SSL_key_update(s, 7); }", next, next + next, false}, // its queue
		{"void f(SSL *s) { while (SSL_shutdown(s)) ; }", "", next, false},
	} {
		a, b := playProgram(t, c.program, c.a), playProgram(t, c.program, c.b)
		if got := key(a) == key(b); got != c.same {
			t.Errorf("%s after %s\nand %s has the same key: %v, want %v", c.program, c.a, c.b, got, c.same)
		}
	}
}
