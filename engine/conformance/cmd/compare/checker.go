package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"closenotify/engine/conformance"
)

// batch is how many scripts the trace command gets at a time.
const batch = 200

// rechecks is how often the harness repeats a script on which there is
// disagreement, to see whether it agrees with itself.
const rechecks = 5

// checker compares and counts.
type checker struct {
	settings
	harness *conformance.Harness
	trace   tracer
	report  reporter

	passed, failed, undetermined int
}

// compare runs the scripts and returns how many failed.
func compare(s settings, out io.Writer) (int, error) {
	c := &checker{settings: s, trace: tracer(s.trace), report: newReporter(out, s.k)}
	c.harness = conformance.NewHarness(s.harness)
	defer c.harness.Close()
	if s.options.Profile == "" {
		version, err := c.harness.Version()
		if err != nil {
			return 0, err
		}
		c.options.Profile = profile(version)
	}
	r := rand.New(rand.NewPCG(s.seed, 0))
	for left := s.n; left > 0; left -= batch {
		scripts := make([]string, min(batch, left))
		for i := range scripts {
			scripts[i] = conformance.Generate(r, c.options)
		}
		if err := c.batch(scripts); err != nil {
			return 0, err
		}
	}
	fmt.Fprintf(out, "%d passed, %d failed, %d undetermined\n", c.passed, c.failed, c.undetermined)
	return c.failed, nil
}

// profile names the release: "OpenSSL 3.5.7 9 Jun 2026" is openssl-3.5. A patch
// release that behaves otherwise than the first ones has a profile of its own.
func profile(version string) string {
	words := strings.Fields(version)
	if len(words) < 2 {
		return ""
	}
	number := strings.TrimRight(words[1], "abcdefghijklmnopqrstuvwxyz")
	if number == "3.5.9" {
		return "openssl-3.5.9"
	}
	if parts := strings.Split(number, "."); parts[0] != "1" && len(parts) > 2 {
		number = parts[0] + "." + parts[1]
	}
	return "openssl-" + number
}

func (c *checker) batch(scripts []string) error {
	traces, err := c.trace.all(scripts)
	if err != nil {
		return err
	}
	for i, script := range scripts {
		want, err := c.harness.Run(script)
		if err != nil {
			return err
		}
		d, differ := conformance.Compare(script, want, traces[i])
		switch {
		case !differ:
			c.passed++
		case !c.determined(script, want):
			c.undetermined++
		default:
			c.failed++
			c.tell(script, want, d)
		}
	}
	return nil
}

// determined reports whether the harness repeats itself.
func (c *checker) determined(script string, want []string) bool {
	for range rechecks {
		again, err := c.harness.Run(script)
		if err != nil {
			return false
		}
		if _, differ := conformance.Compare(script, want, again); differ {
			return false
		}
	}
	return true
}

// differs runs one script through both.
func (c *checker) differs(script string) (want, got []string, d conformance.Diff, differ bool) {
	want, err := c.harness.Run(script)
	if err != nil {
		return nil, nil, d, false
	}
	got = c.trace.one(script)
	d, differ = conformance.Compare(script, want, got)
	return want, got, d, differ
}

// tell prints the disagreement, made small, if its kind is new.
func (c *checker) tell(script string, want []string, d conformance.Diff) {
	if !c.report.wanted(want, d) {
		return
	}
	small := conformance.Minimise(script, func(s string) bool {
		want, _, _, differ := c.differs(s)
		return differ && c.determined(s, want)
	})
	want, got, d, _ := c.differs(small)
	c.report.print(small, want, got, d)
}
