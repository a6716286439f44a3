// Command speed compares the speed of the engine and of a real OpenSSL on the same scripts:
//
//	speed [-harness PATH] [-n N] [-seed S] [-rounds R]
//
// The harness is a binary that releases.sh has built. The engine runs the profile that the
// library behaves like (conformance/releases.txt). The same
// N random scripts, half of them in each version of TLS, run on one and then on the
// other, R times. The medians of the ratios are printed: for the steps alone, without
// handshakes, and for whole scripts, from the SSL objects on; contexts and keys are not
// measured. The engine's time is that of Apply, which notes rules and records; the
// library runs without a trace. Parsing and printing are not measured. Then the command
// prints the allocations of a step, and the time of a step in long scripts, which should
// not grow.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"closenotify/engine"
	"closenotify/engine/conformance"
)

// settings are the values of the command line.
type settings struct {
	harness   string
	n, rounds int
	seed      uint64
}

func main() {
	s, err := parse(os.Args[1:], os.Stderr)
	if err == nil {
		err = speed(s, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(2)
	}
}

// parse reads the command line. Usage messages go to out.
func parse(args []string, out io.Writer) (settings, error) {
	var s settings
	f := flag.NewFlagSet("speed", flag.ContinueOnError)
	f.SetOutput(out)
	f.StringVar(&s.harness, "harness", filepath.Join("build", "releases", strings.Replace(engine.DefaultProfile, "openssl", "harness", 1)), "the harness to compare with, made by releases.sh")
	f.IntVar(&s.n, "n", 600, "number of scripts")
	f.IntVar(&s.rounds, "rounds", 7, "number of times that each side runs the scripts")
	f.Uint64Var(&s.seed, "seed", 1, "seed of the random scripts")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	if s.n < 1 || s.rounds < 1 {
		return s, fmt.Errorf("-n and -rounds must be at least 1")
	}
	return s, nil
}

// speed measures and prints.
func speed(s settings, out io.Writer) error {
	harness := conformance.NewHarness(s.harness)
	profile, version, err := harness.Profile()
	harness.Close()
	if err != nil {
		return err
	}
	set, err := newScriptSet(s, profile)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, %d scripts of %d steps in all, medians of %d rounds\n", version, s.n, set.steps, s.rounds)
	if err := measure(s, set, out); err != nil {
		return err
	}
	return long(out)
}
