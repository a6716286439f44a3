// Command compare compares a trace command with real releases of OpenSSL:
//
//	compare -trace PATH [-n N] [-seed S] [-k K] [-version V] [-subset core|messages|whole|everything] [-programs P] [-scripts DIR] HARNESS...
//	compare -streams [-n N] [-seed S] [-k K] [-version V] [-programs P] HARNESS...
//
// For each harness binary it runs N new random scripts and those of a folder, in both
// versions of TLS, with the harness and with the trace command. It prints the first K
// different disagreements, each with the smallest script that shows it. The last line
// says how many scripts passed and failed. The exit status is 1 if any failed. A script
// for which a harness gives different traces, because it reads ciphertext as a header,
// is undetermined: it neither passes nor fails.
//
// With -programs the peers of the random scripts run programs in C. There are P different ones
// of each kind, and more scripts: a program takes longer to compile than a script to run.
//
// With -streams there is no trace command. The scripts close sockets, and each runs twice
// on the harness: on real sockets, and on its streams, which have to behave like them.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"closenotify/engine/conformance"
)

// settings are the values of the command line.
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

// parse reads the command line. Usage messages go to out.
func parse(args []string, out io.Writer) (settings, error) {
	var s settings
	f := flag.NewFlagSet("compare", flag.ContinueOnError)
	f.SetOutput(out)
	f.StringVar(&s.trace, "trace", "", "path of the command to check; it is called with -json")
	f.BoolVar(&s.options.Sockets, "streams", false, "compare a harness on real sockets with the same harness on its streams")
	f.StringVar(&s.scripts, "scripts", "", "folder of scripts (*.txt, in folders of it too) to run as well as the random ones")
	f.IntVar(&s.n, "n", 1000, "number of random scripts for each harness")
	f.IntVar(&s.k, "k", 1, "number of different disagreements to print")
	f.Uint64Var(&s.seed, "seed", 0, "seed of the random scripts; 0 takes it from the clock")
	f.IntVar(&s.options.Programs, "programs", 0, "number of different C programs that the peers of the random scripts run; 0 for scripts without")
	f.StringVar(&s.options.Version, "version", "", "tls1.2 or tls1.3; both if empty")
	subset := f.String("subset", conformance.Default.String(), "subset of the language: core, messages, whole or everything")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	s.harnesses = f.Args()
	if s.trace == "" == !s.options.Sockets || len(s.harnesses) == 0 {
		return s, errors.New("-trace or -streams, and the path of a harness are required")
	}
	if s.seed == 0 {
		s.seed = uint64(time.Now().UnixNano())
	}
	s.options.Seed = s.seed
	var err error
	s.options.Subset, err = conformance.ParseSubset(*subset)
	return s, err
}
