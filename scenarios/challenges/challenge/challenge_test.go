package challenge

import (
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// parse reads a script.
func parse(t *testing.T, text string) script.Script {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// endless is a program that never waits, ends after the close of the client, and prints.
const endless = `program server
int main(SSL *ssl)
{
    puts("begin");
    while (SSL_read(ssl, ssl, 0) != 1 && !(SSL_get_shutdown(ssl) & SSL_RECEIVED_SHUTDOWN))
        ;
    return 3;
}
end program
`

// TestConditions: what each condition says before and after some steps.
func TestConditions(t *testing.T) {
	const blocking = "client BIO_set_nbio 0\n"
	for _, c := range []struct{ condition, without, with string }{
		{"client flags SENT", "", "client SSL_shutdown"},
		{"client freed", "", "client SSL_free"},
		{"client closed", "client SSL_free", "client close"},
		{"client cached", "start tickets", "start tickets\nclient SSL_read 1"},
		{"server read 10", "client SSL_write 10\nserver SSL_peek 10", "client SSL_write 10\nserver SSL_read_ex 10"},
		{"server loses", "client SSL_write 10\nserver SSL_read 10", "client SSL_write 10\nserver SSL_read 9"},
		{"client failed", "client SSL_shutdown\nclient SSL_read 1", "c2s broken\nclient SSL_write 1"},
		{"client failed", "", blocking + "client SSL_read 1\ns2c fin"},
		{"client waits", "client SSL_read 1", blocking + "client SSL_read 1"},
		{"server spins", endless + "client SSL_shutdown", endless},
		{"server exits 3", endless + "server next", endless + "client SSL_shutdown\nrun"},
		{"server prints begin", endless, endless + "server next"},
		{"client SSL_read 1 => 0 SSL_ERROR_ZERO_RETURN", "client SSL_read 1", "server SSL_shutdown\nclient SSL_read 2\nclient SSL_shutdown"},
		{"client SSL_read 1 => 0", "server SSL_shutdown\nserver SSL_read 1\nclient SSL_peek 1", "server SSL_shutdown\nclient SSL_read 1"},
	} {
		for _, not := range []string{"", "not "} {
			g, err := parseGoal(not + c.condition + "; Missing.")
			if err != nil {
				t.Fatal(err)
			}
			for i, text := range []string{c.without, c.with} {
				s := parse(t, text)
				w, err := compile.Start(s)
				if err != nil {
					t.Fatal(err)
				}
				missing, err := (&Trial{Goals: []Goal{g}}).play(w, s)
				if met := missing == ""; err != nil || met != ((i == 1) == (not == "")) || !met && missing != "Missing." {
					t.Errorf("%s%s after %q: missing is %q (%v)", not, c.condition, text, missing, err)
				}
			}
		}
	}
}

// TestWaitWithLimit: a program that waits with a limit of time does not wait for ever.
func TestWaitWithLimit(t *testing.T) {
	for limit, want := range map[string]bool{"5": false, "-1": true} {
		s := parse(t, "program client\nvoid f(SSL *s) { struct pollfd p = {.fd = SSL_get_fd(s), .events = POLLIN}; poll(&p, 1, "+limit+"); }\nend program\nrun\n")
		w, err := compile.Start(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Play(w, func(_ int, _ engine.Step, after engine.World) { w = after }); err != nil {
			t.Fatal(err)
		}
		if got := waits(&w, engine.Client); got != want {
			t.Errorf("poll with a limit of %s waits for ever: %v", limit, got)
		}
	}
}

// TestParseErrors: a mistake in a text is reported.
func TestParseErrors(t *testing.T) {
	const body = "\n---\nclient SSL_read 1\n"
	for text, want := range map[string]string{
		"kind: reach":                         "with --- between them",
		"colour: red" + body:                  `"colour: red": no field has this key`,
		"par: x" + body:                       "invalid syntax",
		"peer: both" + body:                   `"both" is no peer`,
		"goal: client dances; X." + body:      `"dances" is no condition`,
		"goal: client read all; X." + body:    "invalid syntax",
		"goal: nobody reads; X." + body:       `"nobody" is no peer`,
		"goal: client SSL_x => 0; X." + body:  "SSL_x",
		"allow: client SSL_dance" + body:      "SSL_dance",
		"kind: reach\n---\nclient SSL_x\n":    "SSL_x",
		"kind: order" + body + "---\nfoo bar": "foo",
	} {
		if _, err := Parse("test", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

const closing = `kind: reach
par: 1
hint: One call.
lessons: a, b
allow: client SSL_shutdown, c2s fin
goal: client flags SENT; No close_notify was sent.
---
# Close
#
# Send close_notify.

client SSL_write 10
`

// TestCheckSteps: only allowed steps count, and they follow those of the challenge.
func TestCheckSteps(t *testing.T) {
	c, err := Parse("close", closing)
	if err != nil {
		t.Fatal(err)
	}
	if c.Title != "Close" || c.Summary != "Send close_notify." || len(c.Lessons) != 2 || c.Hint != "One call." {
		t.Errorf("the challenge is %+v", c)
	}
	const begin = "This is not how the challenge begins. Release, version, transport, programs and first steps stay as they are."
	for text, want := range map[string]Result{
		"client SSL_write 10":                                                    {Missing: "No close_notify was sent."},
		"client SSL_write 10\nclient SSL_shutdown":                               {Reached: true, Count: 1},
		"profile openssl-3.5\nclient SSL_write 10\nc2s fin\nclient SSL_shutdown": {Reached: true, Count: 2},
		"client SSL_write 10\nclient SSL_read 1\nclient SSL_shutdown":            {Missing: "The step client SSL_read 1 is not allowed here.", Count: 2},
		"client SSL_write 9\nclient SSL_shutdown":                                {Missing: begin},
		"": {Missing: begin},
		"version tls1.2\nclient SSL_write 10\nclient SSL_shutdown":                   {Missing: begin},
		"program client\nvoid f(SSL *s) {}\nend program\nclient SSL_write 10\nrun\n": {Missing: begin},
	} {
		if got, err := c.Check(parse(t, text), compile.Start); err != nil || got != want {
			t.Errorf("%q gives %+v (%v), want %+v", text, got, err, want)
		}
	}
}

const mending = `kind: KIND
peer: server
line:     SSL_shutdown(ssl);
line:     return 1;
line:     return 0;
goal: server exits 0; It does not end with 0.
---
program server
int main(SSL *ssl)
{
}
end program

run
---
goal: server exits 0; It does not end with 0.
goal: client flags RECEIVED; It sends no close_notify.
# The client reads.

run
client SSL_read 100
`

// TestCheckProgram: all trials are played with the player's program, whatever else the script has.
func TestCheckProgram(t *testing.T) {
	const (
		head = "program server\nint main(SSL *ssl)\n{\n"
		tail = "}\nend program\n"
		keep = "Keep the first lines and the last line of the program as they are."
	)
	for _, c := range []struct {
		kind, text string
		want       Result
	}{
		{"repair", "", Result{Missing: "It does not end with 0.", Count: 3}},
		{"repair", head + "    return 1;\n" + tail, Result{Missing: "It does not end with 0.", Count: 1}},
		{"repair", head + "    return 0;\n" + tail, Result{Missing: "It sends no close_notify.", Trial: 1, Count: 1}},
		{"repair", head + "\n  SSL_shutdown(ssl);\n" + tail + "client SSL_shutdown\n", Result{Reached: true, Count: 1}},
		{"order", head + "    SSL_shutdown(ssl);\n    return 0;\n" + tail, Result{Reached: true, Count: 2}},
		{"order", head + "return 0;\n" + tail, Result{Missing: "It sends no close_notify.", Trial: 1, Count: 1}},
		{"order", head + "return 2;\n" + tail, Result{Missing: `The line "return 2;" is not one of those that are left.`}},
		{"order", head + "return 0;\nreturn 0;\n" + tail, Result{Missing: `The line "return 0;" is not one of those that are left.`}},
		{"order", "program server\nint main(SSL *s)\n{\nreturn 0;\n" + tail, Result{Missing: keep}},
		{"order", "", Result{Missing: keep}},
	} {
		ch, err := Parse("mend", strings.Replace(mending, "KIND", c.kind, 1))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := ch.Check(parse(t, c.text), compile.Start); err != nil || got != c.want {
			t.Errorf("%s %q gives %+v (%v), want %+v", c.kind, c.text, got, err, c.want)
		}
	}
}

// TestProgramError: what the compiler refuses is the error of Check.
func TestProgramError(t *testing.T) {
	c, err := Parse("mend", strings.Replace(mending, "KIND", "repair", 1))
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.Check(parse(t, "program server\nint main(SSL *ssl) { return }\nend program\n"), compile.Start)
	if _, ok := err.(script.ProgramErrors); !ok {
		t.Errorf("the error is %v", err)
	}
}

func TestChangedLines(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"a\nb\nc", "a\nb\nc", 0},
		{"a\nb\nc", "  a\n\nb\n\tc\n", 0},
		{"a\nb\nc", "a\nx\nc", 1},
		{"a\nb\nc", "a\nb\nb\nc", 1},
		{"a\nb\nc", "c", 2},
		{"a\nb\nc", "c\na\nb", 1},
		{"", "a\nb", 2},
		{"a", "", 1},
	} {
		if got := changedLines(c.from, c.to); got != c.want {
			t.Errorf("%q to %q are %d lines, want %d", c.from, c.to, got, c.want)
		}
	}
}
