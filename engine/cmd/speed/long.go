package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"time"

	"closenotify/engine"
)

// lengths are the numbers of steps of the long scripts.
var lengths = []int{1_000, 10_000, 100_000}

// The steps of the long scripts, in random order. They can go on for ever.
var (
	// Data in both directions, held and delivered in pieces.
	traffic = []string{"client SSL_write 10", "server SSL_read 100", "server SSL_write 200", "client SSL_read 7", "client SSL_peek 100",
		"client SSL_read 100", "c2s hold", "c2s deliver 20", "c2s deliver all", "s2c deliver 10", "client SSL_key_update requested"}
	// Nobody reads, and the queue grows.
	queue = []string{"client SSL_write 10", "server SSL_write 1", "c2s capacity 1073741824", "s2c capacity 1073741824"}
)

// long prints the time of a step in long scripts, applied one by one and kept in a
// History.
func long(out io.Writer) error {
	fmt.Fprintf(out, "ns a step in scripts of %d steps\n", lengths)
	for _, kind := range []struct {
		name  string
		lines []string
		run   func(engine.World, []engine.Op) error
	}{
		{"traffic", traffic, applyAll}, {"a queue that grows", queue, applyAll}, {"traffic, in a History", traffic, keepAll},
	} {
		fmt.Fprintf(out, "  %-22s", kind.name)
		for _, n := range lengths {
			ops, err := randomOps(kind.lines, n)
			if err != nil {
				return err
			}
			took, err := fastest(ops, kind.run)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, " %8.0f", took/float64(n))
		}
		fmt.Fprintln(out)
	}
	return nil
}

// randomOps returns n of the steps at random.
func randomOps(lines []string, n int) ([]engine.Op, error) {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	ops := make([]engine.Op, n)
	for i := range ops {
		var err error
		if ops[i], err = engine.ParseOp(lines[r.IntN(len(lines))]); err != nil {
			return nil, err
		}
	}
	return ops, nil
}

// applyAll applies ops one by one, and keeps only the last World.
func applyAll(w engine.World, ops []engine.Op) error {
	_, err := apply(w, ops)
	return err
}

// keepAll applies ops in a History, which keeps every World.
func keepAll(w engine.World, ops []engine.Op) error {
	_, _, err := engine.NewHistory(w).ActAll(0, ops)
	return err
}

// fastest returns the shortest time of a few runs, in nanoseconds. Garbage is collected
// before each, so that none pays for the one before.
func fastest(ops []engine.Op, run func(engine.World, []engine.Op) error) (float64, error) {
	best := 0.0
	for range 5 {
		start, err := engine.New(engine.Config{})
		if err != nil {
			return 0, err
		}
		runtime.GC()
		begun := time.Now()
		if err := run(start, ops); err != nil {
			return 0, err
		}
		if took := float64(time.Since(begun)); best == 0 || took < best {
			best = took
		}
	}
	return best, nil
}
