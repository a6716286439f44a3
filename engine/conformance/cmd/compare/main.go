// Command compare holds a trace command against a harness with random scripts:
//
//	compare -harness PATH -trace PATH [-n N] [-seed S] [-k K] [-version V] [-profile P] [-core]
//
// It runs N scripts through both, prints the first K distinct disagreements, each
// with the smallest script that shows it, then how many scripts passed and failed.
// The exit status is 1 where any failed. A script on which the harness disagrees
// with itself, because it reads ciphertext as a header, is undetermined.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"closenotify/engine/conformance"
)

// settings are the command line.
type settings struct {
	harness, trace string
	n, k           int
	seed           uint64
	options        conformance.Options
}

func main() {
	s, err := parse(os.Args[1:], os.Stderr)
	if err != nil {
		os.Exit(2)
	}
	failed, err := compare(s, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(2)
	}
	if failed > 0 {
		os.Exit(1)
	}
}

// parse reads the command line; what is wrong with it goes to out.
func parse(args []string, out io.Writer) (settings, error) {
	var s settings
	core := false
	f := flag.NewFlagSet("compare", flag.ContinueOnError)
	f.SetOutput(out)
	f.StringVar(&s.harness, "harness", "", "the harness binary: the truth")
	f.StringVar(&s.trace, "trace", "", "the command that is called with -json: what is checked")
	f.IntVar(&s.n, "n", 1000, "how many scripts")
	f.IntVar(&s.k, "k", 1, "how many distinct disagreements to print")
	f.Uint64Var(&s.seed, "seed", 1, "seed of the scripts")
	f.StringVar(&s.options.Version, "version", "", "tls1.2 or tls1.3; both if empty")
	f.StringVar(&s.options.Profile, "profile", "", "profile of the scripts; the harness's release if empty")
	f.BoolVar(&core, "core", false, "only the steps of the core")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	if !core {
		s.options.Steps = conformance.Whole
	}
	if s.harness == "" || s.trace == "" || f.NArg() > 0 {
		f.Usage()
		return s, fmt.Errorf("-harness and -trace are wanted")
	}
	return s, nil
}
