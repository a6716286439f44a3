package main

import (
	"fmt"
	"io"
	"math/rand/v2"

	"closenotify/engine/conformance"
)

// batchSize is how many scripts the trace command gets at a time.
const batchSize = 200

// rechecks is how often the harness repeats a script with a disagreement, to find out
// whether its trace is always the same.
const rechecks = 20

// checker compares a trace command with one release.
type checker struct {
	settings
	harness *conformance.Harness
	trace   tracer
	report  *reporter

	// Numbers of scripts.
	passed, failed, undetermined int
}

// compare runs the scripts with every harness, and returns how many failed.
func compare(s settings, out io.Writer) (failed int, err error) {
	report, passed := newReporter(out, s.k), 0
	fmt.Fprintf(out, "seed %d, %s\n", s.seed, s.options.Subset)
	for _, path := range s.harnesses {
		c := &checker{settings: s, trace: tracer{s.trace, "-json"}, report: &report}
		if s.options.Sockets {
			c.trace = tracer{path, "-streams"}
		}
		c.harness = conformance.NewHarness(path)
		err := c.run(out)
		c.harness.Close()
		if err != nil {
			return failed, err
		}
		passed, failed = passed+c.passed, failed+c.failed
	}
	fmt.Fprintf(out, "%d passed, %d failed\n", passed, failed)
	return failed, nil
}

// run compares all scripts on one harness, and prints their numbers.
func (c *checker) run(out io.Writer) error {
	profile, version, err := c.harness.Profile()
	if err != nil {
		return err
	}
	c.options.Profile = profile
	if err := c.folder(); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 0))
	for left := c.n; left > 0; left -= batchSize {
		scripts := make([]string, min(batchSize, left))
		for i := range scripts {
			scripts[i] = conformance.Generate(r, c.options)
		}
		if err := c.batch(scripts); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "%s (%s): %d passed, %d failed, %d undetermined\n",
		c.options.Profile, version, c.passed, c.failed, c.undetermined)
	return nil
}

// folder compares the scripts of the folder, if there is one.
func (c *checker) folder() error {
	if c.scripts == "" {
		return nil
	}
	scripts, err := readFolder(c.scripts, c.options.Profile)
	if err != nil {
		return err
	}
	return c.batch(scripts)
}

// batch compares some scripts. The trace command and the harness run at the same time.
func (c *checker) batch(scripts []string) error {
	var traces [][]string
	traced := make(chan error, 1)
	go func() {
		var err error
		traces, err = c.trace.all(scripts)
		traced <- err
	}()
	wants := make([][]string, len(scripts))
	for i, script := range scripts {
		var err error
		if wants[i], err = c.harness.Run(script); err != nil {
			return err
		}
	}
	if err := <-traced; err != nil {
		return err
	}
	for i, script := range scripts {
		want := wants[i]
		d, differ := conformance.Compare(script, want, traces[i])
		switch {
		case !differ:
			c.passed++
		case !c.determined(script, want):
			c.undetermined++
		default:
			c.failed++
			c.print(script, want, d)
		}
	}
	return nil
}

// determined reports whether the harness gives the same trace again.
func (c *checker) determined(script string, want []string) bool {
	return c.harness.Repeats(script, want, rechecks)
}

// differs compares one script.
func (c *checker) differs(script string) (want, got []string, d conformance.Diff, differ bool) {
	want, err := c.harness.Run(script)
	if err != nil {
		return nil, nil, d, false
	}
	got = c.trace.one(script)
	d, differ = conformance.Compare(script, want, got)
	return want, got, d, differ
}

// print prints the disagreement with the smallest script, if its kind is new.
func (c *checker) print(script string, want []string, d conformance.Diff) {
	if !c.report.isNew(want, d) {
		return
	}
	small := conformance.Minimise(script, func(s string) bool {
		want, _, smaller, differ := c.differs(s)
		return differ && smaller.Key == d.Key && c.determined(s, want)
	})
	want, got, d, _ := c.differs(small)
	c.report.print(small, want, got, d)
}
