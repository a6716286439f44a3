package engine_test

import (
	"testing"

	"closenotify/engine"
)

// benchmark applies ops over and over to a World that they bring back to where
// it was, and reports the time of one step.
func benchmark(b *testing.B, lines ...string) {
	w, _ := play(b, engine.Config{})
	var ops []engine.Op
	for _, l := range lines {
		ops = append(ops, op(b, l))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		next, _, err := w.Apply(ops[i%len(ops)])
		if err != nil {
			b.Fatal(err)
		}
		w = next
	}
}

func BenchmarkWriteRead(b *testing.B) { benchmark(b, "client SSL_write 10", "server SSL_read 100") }

func BenchmarkWantRead(b *testing.B) { benchmark(b, "client SSL_read 100") }

func BenchmarkShutdown(b *testing.B) {
	benchmark(b, "client SSL_shutdown", "server SSL_shutdown", "client SSL_shutdown", "server SSL_shutdown",
		"client SSL_set_shutdown 0", "server SSL_set_shutdown 0")
}

// BenchmarkQueue writes without reading: the cost of a step must not grow with
// what is queued.
func BenchmarkQueue(b *testing.B) { benchmark(b, "client SSL_write 10", "c2s capacity 1073741824") }

// BenchmarkNew is what a connection costs that was begun before.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := engine.New(engine.Config{}); err != nil {
			b.Fatal(err)
		}
	}
}
