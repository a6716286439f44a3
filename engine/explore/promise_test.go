package explore

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// lastTransition returns the transition of step after the others. change may falsify what
// is known of the data before it.
func lastTransition(t *testing.T, steps, step string, change func(*tracker)) transition {
	t.Helper()
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	var data tracker
	for _, op := range parseOps(t, steps) {
		var s engine.Step
		if w, s, err = w.Apply(op); err != nil {
			t.Fatal(err)
		}
		data = data.withStep(s)
	}
	after, s, err := w.Apply(parseOps(t, step)[0])
	if err != nil {
		t.Fatal(err)
	}
	change(&data)
	return transition{before: w, after: after, step: s, data: data}
}

// TestPromises: nothing is broken if nothing is wrong, and each breach is noticed.
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
		got := lastTransition(t, c.steps, c.step, c.change).broken()
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Equal(got, []Promise{c.want}) {
			t.Errorf("%s|%s breaks %q, want %q", c.steps, c.step, got, c.want)
		}
	}
}

// TestFlagsStay: a flag may disappear only by a call of that peer that clears flags.
func TestFlagsStay(t *testing.T) {
	tr := lastTransition(t, "client SSL_shutdown", "client SSL_read 100", func(*tracker) {})
	if got := tr.broken(); len(got) > 0 {
		t.Errorf("SSL_read breaks %q", got)
	}
	tr.after, _ = engine.New(engine.Config{})
	if got := tr.broken(); !slices.Equal(got, []Promise{FlagsStay}) {
		t.Errorf("a flag is gone, and %q is broken", got)
	}
	tr = lastTransition(t, "client SSL_shutdown", "server SSL_set_shutdown 0", func(*tracker) {})
	tr.after, _ = engine.New(engine.Config{})
	if got := tr.broken(); !slices.Equal(got, []Promise{FlagsStay}) {
		t.Errorf("SSL_set_shutdown of the other peer clears a flag, and %q is broken", got)
	}
}
