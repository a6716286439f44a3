package main

import (
	"fmt"
	"io"
	"strings"

	"closenotify/engine/conformance"
)

// reporter prints one disagreement of each kind.
type reporter struct {
	out   io.Writer
	most  int             // kinds to print
	found map[string]bool // kinds found by random scripts
	shown map[string]bool // kinds printed, after the scripts were made smaller
}

func newReporter(out io.Writer, most int) reporter {
	return reporter{out: out, most: most, found: map[string]bool{}, shown: map[string]bool{}}
}

// isNew reports whether no similar disagreement was found before, so that this one should
// be printed.
func (r *reporter) isNew(want []string, d conformance.Diff) bool {
	k := kind(want, d)
	if len(r.shown) >= r.most || r.found[k] {
		return false
	}
	r.found[k] = true
	return true
}

// kind returns what disagreements with the same cause probably have in common: the call,
// the key and the values, but neither the sizes nor the peer.
func kind(want []string, d conformance.Diff) string {
	call := ""
	if d.Step > 0 && d.Step <= len(want) {
		call = conformance.VerbOf(want[d.Step-1])
	}
	_, key, found := strings.Cut(d.Key, ".")
	if !found {
		key = d.Key
	}
	return fmt.Sprintln(call, key, d.Want, d.Got)
}

// print prints a disagreement, unless its kind was printed before.
func (r *reporter) print(script string, want, got []string, d conformance.Diff) {
	k := kind(want, d)
	if r.shown[k] {
		return
	}
	r.shown[k] = true
	fmt.Fprintf(r.out, "%s\n%s\n", conformance.Report(script, want, got, d), strings.Repeat("-", 72))
}
