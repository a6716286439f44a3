// Command compare holds a trace command against real releases of OpenSSL:
//
//	compare -trace PATH [-n N] [-seed S] [-k K] [-version V] [-steps core|messages|whole|everything] [-scripts DIR] HARNESS...
//
// For each harness binary it runs N fresh random scripts and those of a folder,
// in both versions of TLS, through both, and prints the first K distinct
// disagreements, each with the smallest script that shows it. The last line says
// how many scripts passed and failed; the exit status is 1 where any failed. A
// script on which a harness disagrees with itself, because it reads ciphertext as
// a header, is undetermined and counts as neither.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"closenotify/engine/conformance"
)

// settings are the command line.
type settings struct {
	harnesses      []string
	trace, scripts string
	n, k           int
	seed           uint64
	options        conformance.Options
}

func main() {
	s, err := parse(os.Args[1:], os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
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

// parse reads the command line; help on it goes to out.
func parse(args []string, out io.Writer) (settings, error) {
	var s settings
	f := flag.NewFlagSet("compare", flag.ContinueOnError)
	f.SetOutput(out)
	f.StringVar(&s.trace, "trace", "", "the command that is called with -json: what is checked")
	f.StringVar(&s.scripts, "scripts", "", "folder of scripts, *.txt, to run besides the random ones")
	f.IntVar(&s.n, "n", 1000, "how many random scripts for each harness")
	f.IntVar(&s.k, "k", 1, "how many distinct disagreements to print")
	f.Uint64Var(&s.seed, "seed", 0, "seed of the scripts; 0 takes it from the clock")
	f.StringVar(&s.options.Version, "version", "", "tls1.2 or tls1.3; both if empty")
	steps := f.String("steps", conformance.Default.String(), "part of the language: core, messages, whole or everything")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	s.harnesses = f.Args()
	if s.trace == "" || len(s.harnesses) == 0 {
		return s, fmt.Errorf("-trace and the path of a harness are wanted")
	}
	if s.seed == 0 {
		s.seed = uint64(time.Now().UnixNano())
	}
	var err error
	s.options.Subset, err = conformance.ParseSubset(*steps)
	return s, err
}
