// Command explore walks every state that the engine reaches with small data, a
// fixed alphabet and bounded depth, for each profile and version of TLS:
//
//	explore [-testdata DIR] [-profile P]
//
// Every transition is the last step of a shortest script, and those scripts are
// among the recordings in DIR. It prints how many states and transitions there
// are, how many recordings the engine disagrees with, how many transitions no
// recording confirms, and which promises are broken, by the name of the finding
// that tells of it. The exit status is 1 where the engine disagrees, where a
// transition is not confirmed, where a World is not left alone, or where a promise
// is broken of which no finding tells.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"closenotify/engine"
	"closenotify/engine/explore"
)

func main() {
	ok, err := run(os.Args[1:], os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "explore:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// run walks and prints, and reports whether all is well.
func run(args []string, out, help io.Writer) (ok bool, err error) {
	f := flag.NewFlagSet("explore", flag.ContinueOnError)
	f.SetOutput(help)
	dir := f.String("testdata", filepath.Join("engine", "conformance", "testdata"), "folder of the recordings and findings")
	only := f.String("profile", "", "walk this profile alone")
	if err := f.Parse(args); err != nil {
		return false, err
	}
	findings, err := explore.ReadFindings(filepath.Join(*dir, "findings"))
	if err != nil {
		return false, err
	}
	var profiles []string
	for _, p := range engine.Profiles() {
		if *only == "" || p.Name == *only {
			profiles = append(profiles, p.Name)
		}
	}
	if len(profiles) == 0 {
		return false, fmt.Errorf("there is no profile %q", *only)
	}
	walks, err := walkAll(*dir, profiles)
	if err != nil {
		return false, err
	}
	table(out, walks, findings)
	return complain(out, walks, findings) == 0, nil
}
