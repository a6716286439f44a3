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

// tableFormat sets the widths of the columns.
const tableFormat = "%-14s %-8s %8v %12v %14v %12v  %s\n"

// printTable prints a line for each walk, and the sums.
func printTable(out io.Writer, walks []walk, findings map[explore.Break]explore.Finding) {
	fmt.Fprintf(out, tableFormat, "profile", "version", "states", "transitions", "disagreements", "unconfirmed", "promises broken")
	var sum explore.Result
	for _, w := range walks {
		r := w.result
		fmt.Fprintf(out, tableFormat, w.profile, w.version, r.States, r.Transitions, r.Disagreements, r.Unconfirmed, names(r, findings))
		sum.States += r.States
		sum.Transitions += r.Transitions
		sum.Disagreements += r.Disagreements
		sum.Unconfirmed += r.Unconfirmed
	}
	fmt.Fprintf(out, strings.TrimSuffix(tableFormat, "  %s\n")+"\n", "all", "", sum.States, sum.Transitions, sum.Disagreements, sum.Unconfirmed)
}

// names lists the findings that show what a walk found.
func names(r explore.Result, findings map[explore.Break]explore.Finding) string {
	var list []string
	for _, b := range breaks(r) {
		name := cmp.Or(findings[b].Name, "no finding")
		list = append(list, fmt.Sprintf("%s (%d)", name, r.Broken[b].Count))
	}
	return cmp.Or(strings.Join(list, ", "), "none")
}

// breaks lists the broken promises in a fixed order.
func breaks(r explore.Result) []explore.Break {
	return slices.SortedFunc(maps.Keys(r.Broken), func(a, b explore.Break) int {
		return cmp.Or(cmp.Compare(a.Promise, b.Promise), cmp.Compare(a.Call, b.Call))
	})
}
