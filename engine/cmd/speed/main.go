// Command speed measures the engine beside a real OpenSSL on the same scripts:
//
//	speed [-harness PATH] [-n N] [-seed S] [-rounds R]
//
// The harness is a binary that releases.sh built; its release says which profile
// the engine runs. Both run the same N random scripts, half of them in each version
// of TLS, in turn and R times, and the medians of the rounds' ratios are printed:
// of the steps alone, handshakes and start left out, and of whole scripts from
// nothing to the last step. The engine does all of Apply, its Step with rules and
// records included; the library runs without any trace. Reading scripts and
// printing count on neither side. Behind it stands how many allocations a step
// makes, and what a step costs in long scripts, which should not grow.
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

// parse reads the command line; help on it goes to out.
func parse(args []string, out io.Writer) (settings, error) {
	var s settings
	f := flag.NewFlagSet("speed", flag.ContinueOnError)
	f.SetOutput(out)
	f.StringVar(&s.harness, "harness", filepath.Join("build", "releases", "harness-3.0"), "the library to run beside, as releases.sh leaves it")
	f.IntVar(&s.n, "n", 600, "how many scripts")
	f.IntVar(&s.rounds, "rounds", 7, "how many times each side runs")
	f.Uint64Var(&s.seed, "seed", 1, "seed of the scripts")
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
	m, err := newMix(s, profile)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, %d scripts of %d steps in all, medians of %d rounds\n", version, s.n, m.steps, s.rounds)
	if err := race(s, m, out); err != nil {
		return err
	}
	return long(out)
}
