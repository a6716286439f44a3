// Command record runs scripts on real releases of OpenSSL and writes the traces to files.
// Tests compare the engine with them on machines without these releases.
//
//	record [-n N] [-seed S] [-out DIR] HARNESS...
//
// A harness is a binary that releases.sh has built. What its library does, not its version,
// decides which profile is recorded (conformance/releases.txt). A release that can no longer
// be had is refused. N random scripts in each version of TLS go to random-PROFILE.gz, the
// script of every transition of package explore to explored-PROFILE.gz, and the day to
// recorded.txt. The findings are recorded again. The engine only chooses the explored
// scripts; the traces are the library's. The same seed and releases give the same
// recordings.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// settings are the values of the command line.
type settings struct {
	harnesses []string
	out       string
	n         int
	seed      uint64
}

func main() {
	s, err := parse(os.Args[1:], os.Stderr)
	if err == nil {
		err = record(s, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "record:", err)
		os.Exit(1)
	}
}

// parse reads the command line. Usage messages go to out.
func parse(args []string, out io.Writer) (settings, error) {
	var s settings
	f := flag.NewFlagSet("record", flag.ContinueOnError)
	f.SetOutput(out)
	f.StringVar(&s.out, "out", filepath.Join("engine", "conformance", "testdata"), "folder of the recordings")
	f.IntVar(&s.n, "n", 2500, "number of random scripts for each profile and version")
	f.Uint64Var(&s.seed, "seed", 1, "seed of the random scripts")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	s.harnesses = f.Args()
	if len(s.harnesses) == 0 {
		return s, errors.New("the path of a harness is required")
	}
	return s, nil
}

// record records every release, two at a time.
func record(s settings, out io.Writer) error {
	results := make([]chan result, len(s.harnesses))
	slots := make(chan struct{}, 2)
	for i, path := range s.harnesses {
		results[i] = make(chan result, 1)
		go func() {
			slots <- struct{}{}
			results[i] <- recordRelease(s, path)
			<-slots
		}()
	}
	var all []result
	for i := range results {
		r := <-results[i]
		if r.err != nil {
			return fmt.Errorf("%s: %w", s.harnesses[i], r.err)
		}
		fmt.Fprint(out, r.report)
		all = append(all, r)
	}
	if err := noteRecorded(s.out, time.Now().UTC().Format(time.DateOnly), all); err != nil {
		return err
	}
	return recordFindings(s, out)
}

// result is what happened to a release.
type result struct {
	profile, version string
	report           string // lines to print
	err              error
}
