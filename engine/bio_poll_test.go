package engine_test

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestPoll plays scripts that end in states which recordings of real sockets do not show in
// so many words, and asks for both peers, the client first; "-" stands for no answer.
func TestPoll(t *testing.T) {
	for _, c := range []struct {
		transport, steps, want string
	}{
		{"socket", "", "out|out"},
		{"buffered", "client SSL_write 5000|client SSL_write 5000|client SSL_shutdown|server SSL_read 100", "out|in out"},
		{"memory", "client SSL_write 10", "-|-"},
		{"bio-pair 40", "client close", "-|-"},
		{"socket", "client close", "-|in out"},
		{"socket", "client SSL_free", "out|out"},
		{"socket", "c2s capacity 10|client SSL_write 10", "|in out"},
		{"socket", "c2s fin|s2c fin", "in out hup|in out hup"},
		{"socket", "c2s broken|s2c reset", "in out hup err|out"},
		{"socket", "server SSL_write 1|client close", "-|in out hup err"},
	} {
		w, err := engine.New(engine.Config{Transport: c.transport})
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(c.steps, "|") {
			if line != "" {
				if w, _, err = w.Apply(op(t, line)); err != nil {
					t.Fatal(err)
				}
			}
		}
		var got []string
		for _, r := range engine.Roles {
			events, ok := w.Poll(r)
			got = append(got, map[bool]string{true: strings.Join(slices.Collect(events.Names()), " "), false: "-"}[ok])
		}
		if text := strings.Join(got, "|"); text != c.want {
			t.Errorf("%s, %s: %s, want %s", c.transport, c.steps, text, c.want)
		}
	}
}
