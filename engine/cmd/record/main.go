// Command record runs scripts on real releases of OpenSSL and writes down what
// they did, for the tests that hold the engine to it on machines that have none of
// them:
//
//	record -harness DIR [-n N] [-seed S] [-steps core|messages|whole|everything] [-out DIR]
//
// Every DIR/harness-* is a binary that releases.sh built; its release says which
// profile is recorded. For each profile, N random scripts in each version of TLS
// go into random-PROFILE.gz, and the script of every transition that the explorer
// takes into explored-PROFILE.gz. The findings are recorded anew. The engine says
// only which scripts the explorer's are, never what comes of them. The same seed
// and releases give the same files.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"closenotify/engine/conformance"
)

// settings are the command line.
type settings struct {
	harness, out string
	n            int
	seed         uint64
	steps        conformance.Subset
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

// parse reads the command line; help on it goes to out.
func parse(args []string, out io.Writer) (settings, error) {
	var s settings
	f := flag.NewFlagSet("record", flag.ContinueOnError)
	f.SetOutput(out)
	f.StringVar(&s.harness, "harness", "", "folder of the harness binaries, as releases.sh leaves it")
	f.StringVar(&s.out, "out", filepath.Join("engine", "conformance", "testdata"), "folder of the recordings")
	f.IntVar(&s.n, "n", 3000, "how many random scripts for each profile and version")
	f.Uint64Var(&s.seed, "seed", 1, "seed of the scripts")
	steps := f.String("steps", conformance.Default.String(), "part of the language: core, messages, whole or everything")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	var err error
	s.steps, err = conformance.ParseSubset(*steps)
	return s, err
}

// record records every release in the folder, several at a time.
func record(s settings, out io.Writer) error {
	paths, err := filepath.Glob(filepath.Join(s.harness, "harness-*"))
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fmt.Errorf("there is no harness-* in the folder %q", s.harness)
	}
	results := make([]chan result, len(paths))
	turn := make(chan struct{}, 2)
	for i, path := range paths {
		results[i] = make(chan result, 1)
		go func() {
			turn <- struct{}{}
			results[i] <- release(s, path)
			<-turn
		}()
	}
	for i := range results {
		r := <-results[i]
		if r.err != nil {
			return fmt.Errorf("%s: %w", paths[i], r.err)
		}
		fmt.Fprint(out, r.report)
	}
	return recordFindings(s, paths, out)
}

// result is how the recording of a release went.
type result struct {
	report string
	err    error
}
