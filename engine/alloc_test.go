package engine_test

import (
	"testing"

	"closenotify/engine"
)

// mostAllocations is how many allocations a step may make: on average, and each
// time where it does what is done every day. A record that is refused costs more: it
// queues several errors and an alert, once in the life of a connection.
const mostAllocations = 2

// TestAllocationsOfScripts measures the recorded scripts that begin with a connection. A
// handshake allocates its messages, once in the life of a connection.
func TestAllocationsOfScripts(t *testing.T) {
	total, steps := 0.0, 0
	for _, s := range recordedScripts(t) {
		if s.Config.Start == engine.StartBefore {
			continue
		}
		w, err := engine.New(s.Config)
		if err != nil {
			t.Fatal(err)
		}
		for _, op := range s.Ops() {
			next, _, err := w.Apply(op)
			if err != nil {
				t.Fatal(err)
			}
			total += testing.AllocsPerRun(1, func() { w.Apply(op) })
			steps++
			w = next
		}
	}
	t.Logf("%.2f allocations a step", total/float64(steps))
	if total > mostAllocations*float64(steps) {
		t.Errorf("%.0f allocations in %d steps", total, steps)
	}
}

// TestAllocationsOfSteps measures the last step of each list.
func TestAllocationsOfSteps(t *testing.T) {
	for _, lines := range [][]string{
		{"client SSL_write 10"},
		{"client SSL_write 10", "server SSL_read 100"},
		{"client SSL_write 10", "server SSL_read 5", "server SSL_read 5"},
		{"client SSL_write 10", "server SSL_peek 100"},
		{"client SSL_read 100"},
		{"c2s capacity 0", "client SSL_write 10"},
		{"c2s capacity 0", "client SSL_write 10", "client SSL_write 10"},
		{"client SSL_shutdown"},
		{"client SSL_shutdown", "server SSL_read 100"},
		{"client SSL_shutdown", "server SSL_read 100", "server SSL_shutdown"},
		{"client SSL_shutdown", "server SSL_shutdown", "client SSL_shutdown"},
		{"client SSL_shutdown", "client SSL_write 10"},
		{"c2s hold", "client SSL_write 10", "c2s deliver 10"},
		{"c2s fin"},
	} {
		w, _ := play(t, engine.Config{}, lines[:len(lines)-1]...)
		last := op(t, lines[len(lines)-1])
		if n := testing.AllocsPerRun(10, func() { w.Apply(last) }); n > mostAllocations {
			t.Errorf("%.0f allocations in the last of %q", n, lines)
		}
	}
}
