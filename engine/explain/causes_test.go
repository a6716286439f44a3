package explain_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/explain"
	"closenotify/engine/script"
)

func TestCausingSteps(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{"client SSL_write 5\nserver SSL_read 5", "1: data sent by client SSL_write(5) \u2192 5 | -1 SSL_ERROR_WANT_READ"},
		{"client SSL_write 5\nc2s fin\nserver SSL_read 5\nserver SSL_read 5", "3: server SSL_read(5) \u2192 5 | 5; 2: network, client to server: FIN, the end of the stream | -1 SSL_ERROR_WANT_READ; 1: client SSL_write(5) \u2192 5 | -1 SSL_ERROR_SYSCALL"},
		{"client SSL_shutdown\nclient SSL_write 5", "1: client SSL_shutdown() \u2192 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error) | 5"},
		{"s2c reset\nclient SSL_read 5\nclient SSL_read 5", "1: network, server to client: RST, the end of the connection | -1 SSL_ERROR_WANT_READ"},
		{"s2c reset\nc2s broken\nclient SSL_read 5", "1: network, server to client: RST, the end of the connection | -1 SSL_ERROR_WANT_READ"},
		{"s2c reset\nc2s broken\ns2c fin\nclient SSL_write 5", "2: network, client to server: the other end accepts no more data | 5"},
		{"s2c inject alert\nclient SSL_read 5\nclient SSL_read 5", "2: client SSL_read(5) \u2192 -1 SSL_ERROR_SSL | -1 SSL_ERROR_SSL (bad record type); 1: network, server to client: a forged close_notify | -1 SSL_ERROR_WANT_READ"},
		{"client SSL_shutdown\nclient SSL_write 5\ns2c fin\nclient SSL_read 5", "3: network, server to client: FIN, the end of the stream | -1 SSL_ERROR_WANT_READ"},
		{"s2c fin\nclient SSL_write 0", ""},
		{"server SSL_free\ns2c fin\nclient SSL_read 5", "2: network, server to client: FIN, the end of the stream | -1 SSL_ERROR_WANT_READ"},
		{"s2c fin\nserver SSL_free\nclient SSL_read 5", "1: network, server to client: FIN, the end of the stream | -1 SSL_ERROR_WANT_READ"},
		{"client close\nserver SSL_read 5", "1: client close() | -1 SSL_ERROR_WANT_READ"},
		{"client close\nclient SSL_read 5", "1: client close() | -1 SSL_ERROR_WANT_READ"},
		{"client BIO_set_nbio 0\nclient SSL_read 5\nserver SSL_write 5", "2: the call that was blocked: client SSL_read(5) | 5"},
		{"client SSL_read 5", ""},
		{"client SSL_write 5", ""},
		{strings.Repeat("client SSL_write 1\n", 6) + "server SSL_read 1", ""},
	} {
		h, path := play(t, c.script)
		var list []string
		for _, s := range explain.CausingSteps(h, path, len(path)-1) {
			list = append(list, strconv.Itoa(s.N)+": "+s.Text+" | "+s.Without)
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.script, got, c.want)
		}
	}
}

// TestCausesAreTrue plays every shipped scenario and many random scripts again without a
// cause, from the start. The step must end in another way. If no cause is listed, no step
// alone is one.
func TestCausesAreTrue(t *testing.T) {
	for _, text := range shippedScripts(t) {
		checkCauses(t, text, len(text))
	}
	r := rand.New(rand.NewPCG(4, 0))
	for i := range 2000 {
		profiles := engine.Profiles()
		checkCauses(t, conformance.Generate(r, conformance.Options{
			Profile: profiles[i%len(profiles)].Name, Version: conformance.Versions[i%len(conformance.Versions)], Subset: conformance.Everything,
		}), 3)
	}
}

// shippedScripts are the texts of the scenarios in the library.
func shippedScripts(t *testing.T) []string {
	files, err := filepath.Glob("../../scenarios/library/*/script.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scenarios: %v", err)
	}
	var texts []string
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}

// checkCauses checks the causes of the script's last n steps.
func checkCauses(t *testing.T, text string, n int) {
	t.Helper()
	s, err := script.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	h, path := play(t, text)
	ops := s.Ops()
	for i := max(1, len(ops)-n+1); i <= len(ops); i++ {
		actual := results(t, s.Config, ops[:i])
		var listed []int
		for _, c := range explain.CausingSteps(h, path, i) {
			listed = append(listed, c.N)
		}
		latest := latestCause(t, s.Config, ops[:i], actual, explain.MaxReplayed(h.Step(path[i])))
		switch {
		case latest > 0 && (len(listed) == 0 || listed[0] != latest):
			t.Errorf("step %d: the causes are %v, but the latest is %d in\n%s", i, listed, latest, text)
		case latest == 0 && len(listed) == 2 && results(t, s.Config, leaveOut(ops[:i], listed...)) == actual:
			t.Errorf("step %d: steps %v are not its cause in\n%s", i, listed, text)
		case latest == 0 && len(listed) != 2 && len(listed) != 0:
			t.Errorf("step %d has no cause, but %v are listed in\n%s", i, listed, text)
		}
		for _, n := range listed {
			if latest > 0 && results(t, s.Config, leaveOut(ops[:i], n)) == actual {
				t.Errorf("step %d: step %d is not a cause in\n%s", i, n, text)
			}
		}
	}
}

// latestCause is the last step without which the last op has other results, 0 for none. It
// plays as many steps as CausingSteps does, budget.
func latestCause(t *testing.T, c engine.Config, ops []engine.Op, actual string, budget int) int {
	for n := len(ops) - 1; n > 0 && actual != ""; n-- {
		if budget -= len(ops) - n; budget < 0 {
			return 0
		}
		if results(t, c, leaveOut(ops, n)) != actual {
			return n
		}
	}
	return 0
}

// leaveOut is ops without some of them, counted from 1.
func leaveOut(ops []engine.Op, numbers ...int) []engine.Op {
	var list []engine.Op
	for i, op := range ops {
		if i+1 != numbers[0] && i+1 != numbers[len(numbers)-1] {
			list = append(list, op)
		}
	}
	return list
}

// results are the return value, error and reason of the last op, and those of calls that had
// been blocked, "" for none.
func results(t *testing.T, c engine.Config, ops []engine.Op) string {
	w, err := engine.New(c)
	if err != nil {
		t.Fatal(err)
	}
	var s engine.Step
	for _, op := range ops {
		if w, s, err = w.Apply(op); err != nil {
			t.Fatal(err)
		}
	}
	var list []any
	if s.Returned {
		list = append(list, s.Op.Verb, s.Ret, s.Bytes, s.Error, explain.ReasonOf(s))
	}
	for _, l := range s.LateReturns() {
		list = append(list, l.Role, l.Verb, l.Ret, l.Bytes, l.Error, explain.ReasonOfLate(l))
	}
	if list == nil {
		return ""
	}
	return fmt.Sprint(list...)
}

// TestCausesOfPrograms: what the other peer and the network did before is a cause, and an earlier
// step of the program itself is none.
func TestCausesOfPrograms(t *testing.T) {
	const text = "program client\nint main(SSL *ssl)\n{\n    int r;\n    long n = 0;\n    while ((r = SSL_read(ssl, 0, 0)) < 0)\n        SPIN;\n    return 7;\n}\nend program\n\n"
	for _, c := range []struct{ spin, steps, want string }{
		{"n++", "client next\nserver SSL_shutdown\nclient next", "2: close_notify sent by server SSL_shutdown() \u2192 0 SSL_ERROR_SYSCALL (misleading: 0 is not an error) | SSL_read(0) \u2192 -1 SSL_ERROR_WANT_READ"},
		{"n++", "client next\nclient next", ""},
		{"for (n = 0; n < 900000; n++)", "client next\nserver SSL_shutdown\nclient next", ""}, // it would take too long
	} {
		h, path := playPrograms(t, strings.Replace(text, "SPIN", c.spin, 1)+c.steps+"\n")
		var list []string
		for _, s := range explain.CausingSteps(h, path, len(path)-1) {
			list = append(list, strconv.Itoa(s.N)+": "+s.Text+" | "+s.Without)
		}
		if got := strings.Join(list, "; "); got != c.want {
			t.Errorf("%q with %q:\n got %s\nwant %s", c.steps, c.spin, got, c.want)
		}
	}
}
