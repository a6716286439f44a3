package main

import (
	"fmt"
	"io"
	"sync"
)

// mostSurvivors is how many of 100 mutants may outlive the tests without a reason.
const mostSurvivors = 3

// run tests n mutants that compile, jobs at a time. ok is false if too many outlive the
// tests.
func run(t target, n, jobs int, seed uint64, list string, out io.Writer) (ok bool, err error) {
	reasons, err := readEquivalent(list)
	if err != nil {
		return false, err
	}
	s, err := load(t.packageDir())
	if err != nil {
		return false, err
	}
	statements := s.statements()
	fmt.Fprintf(out, "seed %d; %d statements; running the tests without a change\n", seed, len(statements))
	r, err := newRunner(t)
	if err != nil {
		return false, err
	}
	c := campaign{source: s, runner: r, drawer: newDrawer(statements, seed), reasons: reasons, out: out, left: n}
	if err := c.work(jobs); err != nil {
		return false, err
	}
	fmt.Fprintf(out, "%d mutants: %d killed, %d equivalent, %d outlive the tests without a reason\n", c.tested, c.killed, c.equivalent, c.outlive)
	return c.ok(), nil
}

// campaign tests mutants. Its methods can be used by several goroutines.
type campaign struct {
	source  *source
	runner  *runner
	reasons []equivalent
	out     io.Writer

	mu                                  sync.Mutex
	drawer                              *drawer
	left                                int // how many mutants are still to be drawn
	tested, killed, equivalent, outlive int
	err                                 error
}

// ok reports whether few enough mutants outlive the tests without a reason.
func (c *campaign) ok() bool { return c.outlive*100 <= c.tested*mostSurvivors }

// work tests mutants, so many at a time, until none is left or something is wrong.
func (c *campaign) work(jobs int) error {
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for {
				mutant, ok := c.next()
				if !ok {
					return
				}
				survives, err := c.runner.survives(mutant.file, mutant.applied(c.source.textOf(mutant.file)))
				c.count(mutant, survives, err)
			}
		})
	}
	workers.Wait()
	return c.err
}

// next draws the next change that compiles.
func (c *campaign) next() (change, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.left > 0 && c.err == nil {
		mutant, ok := c.drawer.draw()
		if !ok {
			break
		}
		if c.source.compiles(mutant) {
			c.left--
			return mutant, true
		}
	}
	return change{}, false
}

// count counts a mutant, and prints one that is not killed.
func (c *campaign) count(mutant change, survives bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err != nil {
		c.err = err
		return
	}
	c.tested++
	reason, known := reasonFor(c.reasons, mutant)
	text := c.runner.target.dir + "/" + mutant.String()
	switch {
	case !survives:
		c.killed++
	case known:
		c.equivalent++
		fmt.Fprintf(c.out, "\nequivalent: %s= %s\n", text, reason)
	default:
		c.outlive++
		fmt.Fprintf(c.out, "\noutlives the tests: %s", text)
	}
	if c.tested%25 == 0 {
		fmt.Fprintf(c.out, "\n%d mutants, %d killed\n", c.tested, c.killed)
	}
}
