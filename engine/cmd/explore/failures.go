package main

import (
	"fmt"
	"io"

	"closenotify/engine/explore"
)

// printFailures prints everything that makes the exit status 1, and returns how many
// kinds of failure there were.
func printFailures(out io.Writer, walks []walk, findings map[explore.Break]explore.Finding) (kinds int) {
	for _, w := range walks {
		fail := func(count int, what, example string) {
			if count > 0 {
				kinds++
				fmt.Fprintf(out, "\n%s %s: %d %s\n%s", w.profile, w.version, count, what, example)
			}
		}
		r := w.result
		shortest := ""
		if w.recorded != nil && w.recorded.Shortest != nil {
			shortest = w.recorded.Shortest.String()
		}
		fail(r.Disagreements, "recordings with which the engine disagrees; the shortest of this profile:", shortest)
		fail(r.Unconfirmed, "transitions that are not recorded (run the command record); the shortest:", r.Missing)
		fail(r.Modified, "Worlds modified by Apply", "")
		fail(r.KeyConflicts, "transitions in which two Worlds with the same key differ", "")
		for _, b := range breaks(r) {
			example, f := r.Broken[b], findings[b]
			switch what := fmt.Sprintf("times %s breaks the promise %q", b.Call, b.Promise); {
			case f.Name == "":
				fail(example.Count, what+", which no finding shows:", example.Script)
			case f.Steps() > example.Steps:
				fail(example.Count, what+", with a script shorter than that of "+f.Name+":", example.Script)
			}
		}
	}
	return kinds
}
