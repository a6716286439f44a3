package explore

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// last is the transition that the last step takes, with what is known of the data
// before it changed.
func last(t *testing.T, steps, step string, change func(*tracker)) Transition {
	t.Helper()
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	var data tracker
	for _, line := range append(slices.Collect(lines(steps)), step) {
		op, err := engine.ParseOp(line)
		if err != nil {
			t.Fatal(err)
		}
		after, s, err := w.Apply(op)
		if err != nil {
			t.Fatal(err)
		}
		if line == step {
			change(&data)
			return Transition{Before: w, After: after, Step: s, data: data}
		}
		w, data = after, data.after(s)
	}
	panic("unreachable")
}

// TestPromises: each is kept where all is well, and its breach is seen.
func TestPromises(t *testing.T) {
	c2s := func(t *tracker) *flow { return &t.flow[engine.ClientToServer] }
	for _, c := range []struct {
		steps, step string
		change      func(*tracker)
		want        Promise
	}{
		{"client SSL_write 10|server SSL_read 4", "server SSL_read 100", func(*tracker) {}, ""},
		{"client SSL_write 10|server SSL_read 4", "server SSL_read 100", func(t *tracker) { c2s(t).read-- }, Prefix},
		{"client SSL_write 10", "server SSL_read 100", func(t *tracker) { c2s(t).starts[0].at++ }, Prefix},
		{"client SSL_write 10", "server SSL_read 100", func(t *tracker) { c2s(t).begun-- }, Prefix},
		{"client SSL_write 10|client SSL_shutdown|server SSL_read 9|server SSL_read 1", "server SSL_read 100", func(*tracker) {}, ""},
		{"client SSL_write 10|client SSL_shutdown|server SSL_read 9|server SSL_read 1", "server SSL_read 100", func(t *tracker) { c2s(t).read-- }, CleanEnd},
		{"client SSL_shutdown", "client SSL_set_shutdown 0", func(*tracker) {}, ""},
	} {
		got := last(t, c.steps, c.step, c.change).Broken()
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Equal(got, []Promise{c.want}) {
			t.Errorf("%s|%s breaks %q, want %q", c.steps, c.step, got, c.want)
		}
	}
}

// TestFlagsStay: a flag that another call takes away is missed.
func TestFlagsStay(t *testing.T) {
	tr := last(t, "client SSL_shutdown", "client SSL_read 100", func(*tracker) {})
	if got := tr.Broken(); len(got) > 0 {
		t.Errorf("SSL_read breaks %q", got)
	}
	tr.After, _ = engine.New(engine.Config{})
	if got := tr.Broken(); !slices.Equal(got, []Promise{FlagsStay}) {
		t.Errorf("a flag is gone, and %q is broken", got)
	}
	tr = last(t, "client SSL_shutdown", "server SSL_set_shutdown 0", func(*tracker) {})
	tr.After, _ = engine.New(engine.Config{})
	if got := tr.Broken(); !slices.Equal(got, []Promise{FlagsStay}) {
		t.Errorf("SSL_set_shutdown of the other peer takes a flag, and %q is broken", got)
	}
}
