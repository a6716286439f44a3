package main

import (
	"fmt"
	"io"

	"closenotify/engine"
)

// listReleases prints the values of profile, and what the releases do differently.
func listReleases(out io.Writer) {
	for _, p := range engine.Profiles() {
		fmt.Fprintf(out, "%-15s recorded with OpenSSL %s on %s\n  %s\n", p.Name, p.Patch, p.Confirmed, p.Use)
	}
	for _, d := range engine.Differences() {
		fmt.Fprintf(out, "\n%s\n  %s\n  Source: %s\n  In:", d.Name, d.Sentence, d.Source)
		for _, p := range engine.Profiles() {
			if d.In(p.Patch) {
				fmt.Fprint(out, " ", p.Name)
			}
		}
		fmt.Fprintln(out)
	}
}
