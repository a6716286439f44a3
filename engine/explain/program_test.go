package explain_test

import (
	"testing"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/explain"
	"closenotify/engine/program"
	"closenotify/engine/script"
)

// playPrograms plays a script with programs.
func playPrograms(t *testing.T, text string) (engine.History, []engine.NodeID) {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	w, err := compile.Start(s)
	if err != nil {
		t.Fatal(err)
	}
	h, tip, err := s.RunFrom(w)
	if err != nil {
		t.Fatal(err)
	}
	return h, h.Path(tip)
}

// A step of a program is named by its call, with its line; one without a call by what became of the
// program.
func TestProgramSteps(t *testing.T) {
	h, path := playPrograms(t, `program client
int main(SSL *ssl)
{
    char buf[10];
    struct pollfd p = {.fd = SSL_get_fd(ssl), .events = POLLIN};
    SSL_shutdown(ssl);
    SSL_read(ssl, buf, sizeof buf);
    poll(&p, 1, 5000);
    SSL_set_shutdown(ssl, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
    usleep(1500);
    shutdown(p.fd, SHUT_WR);
    return 7;
}
end program
client next
client next
client next
client timeout
client next
client next
client next
client next
client next
client timeout
`)
	for i, want := range []string{
		"client: SSL_shutdown() in line 5 → 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error)",
		"client: SSL_read(10) in line 6 → -1 SSL_ERROR_WANT_READ",
		"client: poll(POLLIN, 5 s) in line 7",
		"client: the time limit runs out",
		"client: SSL_set_shutdown(SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN) in line 8",
		"client: usleep(1500 µs) in line 9 → 0",
		"client: shutdown(SHUT_WR) in line 10 → 0",
		"client: the program ended with 7",
		"client: its program does not run on",
		"client: no limit to run out",
	} {
		if got := explain.Line(h.Step(path[i+1])); got != want {
			t.Errorf("step %d: got %q, want %q", i+1, got, want)
		}
	}
	if got, want := explain.Why(h.Step(path[1])), "SSL_shutdown sends the close_notify alert"; len(got) < len(want) || got == engine.RuleProgramRuns.Sentence {
		t.Errorf("the reason of the first step is %q", got)
	}
	if got, want := explain.Sentence(h, path[4]), "Client: the time limit runs out. The client's call in step 3 returns 0."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if tone := explain.ToneOf(h.Step(path[1])); tone != explain.ToneMisleading {
		t.Errorf("the 0 of SSL_shutdown has the tone %s", tone)
	}
}

// A poll that finds something says what.
func TestProgramPoll(t *testing.T) {
	h, path := playPrograms(t, `program client
int main(SSL *ssl)
{
    struct pollfd p = {.fd = SSL_get_fd(ssl), .events = POLLIN};
    poll(&p, 1, -1);
    int *q = NULL;
    return *q;
}
end program
client next
server SSL_shutdown
client next
`)
	for i, want := range []string{"Client: poll(POLLIN, no limit) in line 4. Blocks.", "", "Client: the program stopped, line 6: "} {
		if got := explain.Sentence(h, path[i+1]); len(got) < len(want) || got[:len(want)] != want {
			t.Errorf("step %d: got %q, want %q", i+1, got, want)
		}
	}
	late := h.Step(path[2]).LateReturns()
	if got, want := explain.LateReturn(late[0]), "the client's call in step 1 returns 1 (POLLIN)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What a program has printed is told, as far as it is short.
func TestProgramPrints(t *testing.T) {
	h, path := playPrograms(t, "program client\nint main(SSL *ssl)\n{\n    puts(\"a\\n  b\");\n    SSL_free(ssl);\n    for (int i = 0; i < 100; i++) printf(\"%d,\", i);\n    return 0;\n}\nend program\nrun\n")
	if got, want := explain.Sentence(h, path[1]), "Client: SSL_free() in line 4. It has printed \u201ca b\u201d."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := explain.Sentence(h, path[2]); len(got) > 260 {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

// What a query returned has the names of C.
func TestQueryText(t *testing.T) {
	for _, c := range []struct {
		name  string
		value int64
		text  string
		want  string
	}{
		{"SSL_get_error", 2, "", "SSL_ERROR_WANT_READ"},
		{"SSL_get_shutdown", 3, "", "SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN"},
		{"SSL_get_shutdown", 0, "", "0"},
		{"SSL_want", 3, "", "SSL_READING"},
		{"errno", 11, "", "EAGAIN"},
		{"errno", 5, "", "5"},
		{"ERR_get_error", 0x0A000126, "", "0xA000126"},
		{"ERR_get_error", 0, "", "0"},
		{"SSL_pending", 7, "", "7"},
		{"SSL_state_string_long", 1 << 40, "SSL negotiation finished successfully", `"SSL negotiation finished successfully"`},
	} {
		if got := explain.QueryText(program.Call{Name: c.name}, c.value, program.Result{Text: c.text}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := explain.QueryText(program.Call{Name: "SSL_get_session"}, 0, program.Result{Null: true}); got != "NULL" {
		t.Errorf("got %q", got)
	}
}

// A poll that waits while SSL_read would return is worth a word; one that waits for bytes that are
// not there is not.
func TestAdviceForAPollThatWaits(t *testing.T) {
	for n, want := range map[string]string{"4": engine.RulePollWaits.Advice, "10": ""} {
		h, path := playPrograms(t, `program client
int main(SSL *ssl)
{
    char buf[10];
    struct pollfd p = {.fd = SSL_get_fd(ssl), .events = POLLIN};
    SSL_read(ssl, buf, `+n+`);
    return poll(&p, 1, 5000);
}
end program
server SSL_write 10
client next
client next
`)
		if got := explain.Next(h, path[3]); got != want {
			t.Errorf("after a read of %s bytes: %q, want %q", n, got, want)
		}
	}
}
