// Command explore walks every state that the engine reaches with small data, a fixed set
// of steps and a bounded number of them, for each profile and version of TLS:
//
//	explore [-testdata DIR] [-profile P]
//
// Every transition is the last step of a shortest script, and the recordings in DIR have
// these scripts. The command prints the number of states and transitions, of recordings
// with which the engine disagrees, of transitions that no recording confirms, and the
// findings that show the broken promises. The exit status is 1 if a recording disagrees, a
// transition is not confirmed, Apply modifies a World, two Worlds with the same key
// behave differently, or no finding shows a broken promise.
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

// run walks and prints. ok is false if the exit status has to be 1.
func run(args []string, out, help io.Writer) (ok bool, err error) {
	f := flag.NewFlagSet("explore", flag.ContinueOnError)
	f.SetOutput(help)
	dir := f.String("testdata", filepath.Join("engine", "conformance", "testdata"), "folder of the recordings and findings")
	only := f.String("profile", "", "walk only this profile")
	if err := f.Parse(args); err != nil {
		return false, err
	}
	list, err := explore.ReadFindings(filepath.Join(*dir, "findings"))
	if err != nil {
		return false, err
	}
	findings := explore.FindingsByBreak(list)
	var profiles []string
	for _, p := range engine.Profiles() {
		if *only == "" || p.Name == *only {
			profiles = append(profiles, p.Name)
		}
	}
	if len(profiles) == 0 {
		return false, fmt.Errorf("no profile %q", *only)
	}
	walks, err := walkAll(*dir, profiles)
	if err != nil {
		return false, err
	}
	printTable(out, walks, findings)
	return printFailures(out, walks, findings) == 0, nil
}
