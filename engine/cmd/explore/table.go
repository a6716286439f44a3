package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"closenotify/engine/explore"
)

// Widths of the columns.
const format = "%-14s %-8s %8v %12v %14v %12v  %s\n"

// table prints a line for each walk, and their sum.
func table(out io.Writer, walks []walk, findings map[explore.Break]explore.Finding) {
	fmt.Fprintf(out, format, "profile", "version", "states", "transitions", "disagreements", "unconfirmed", "promises broken")
	var sum explore.Result
	for _, w := range walks {
		r := w.result
		fmt.Fprintf(out, format, w.profile, w.version, r.States, r.Transitions, r.Disagreements, r.Unconfirmed, names(r, findings))
		sum.States += r.States
		sum.Transitions += r.Transitions
		sum.Disagreements += r.Disagreements
		sum.Unconfirmed += r.Unconfirmed
	}
	fmt.Fprintf(out, strings.TrimSuffix(format, "  %s\n")+"\n", "all", "", sum.States, sum.Transitions, sum.Disagreements, sum.Unconfirmed)
}

// names lists the findings that a walk came upon.
func names(r explore.Result, findings map[explore.Break]explore.Finding) string {
	var list []string
	for _, b := range breaks(r) {
		name := cmp.Or(findings[b].Name, "no finding")
		list = append(list, fmt.Sprintf("%s (%d)", name, r.Broken[b].Times))
	}
	return cmp.Or(strings.Join(list, ", "), "none")
}

// breaks lists the kinds of broken promises in a fixed order.
func breaks(r explore.Result) []explore.Break {
	return slices.SortedFunc(maps.Keys(r.Broken), func(a, b explore.Break) int {
		return cmp.Or(cmp.Compare(a.Promise, b.Promise), cmp.Compare(a.Call, b.Call))
	})
}

// complain tells of everything that must not be, and returns how many kinds of it
// there were.
func complain(out io.Writer, walks []walk, findings map[explore.Break]explore.Finding) (n int) {
	say := func(bad int, what string, w walk, more string) {
		if bad > 0 {
			n++
			fmt.Fprintf(out, "\n%s %s: %d %s\n%s", w.profile, w.version, bad, what, more)
		}
	}
	for _, w := range walks {
		r := w.result
		shortest := ""
		if w.recorded != nil && w.recorded.First != nil {
			shortest = w.recorded.First.String()
		}
		say(r.Disagreements, "recordings are not what the engine does; the shortest of this profile:", w, shortest)
		say(r.Unconfirmed, "transitions are not recorded; the shortest, to be recorded by the command record:", w, r.Missing)
		say(r.Disturbed, "Worlds were not left alone", w, "")
		say(r.Astray, "transitions tell Worlds apart that passed for the same state", w, "")
		for _, b := range breaks(r) {
			shown, f := r.Broken[b], findings[b]
			switch what := fmt.Sprintf("times %s breaks the promise %q", b.Call, b.Promise); {
			case f.Name == "":
				say(shown.Times, what+", of which no finding tells:", w, shown.Script)
			case f.Steps() > shown.Steps:
				say(shown.Times, what+", by a script shorter than that of "+f.Name+":", w, shown.Script)
			}
		}
	}
	return n
}
