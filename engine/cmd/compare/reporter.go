package main

import (
	"fmt"
	"io"
	"strings"

	"closenotify/engine/conformance"
)

// reporter prints disagreements, of each kind one.
type reporter struct {
	out   io.Writer
	most  int
	met   map[string]bool // kinds as random scripts showed them
	shown map[string]bool // kinds printed, as small scripts show them
}

func newReporter(out io.Writer, most int) reporter {
	return reporter{out: out, most: most, met: map[string]bool{}, shown: map[string]bool{}}
}

// wanted reports whether this disagreement may be of a kind not printed yet.
func (r *reporter) wanted(want []string, d conformance.Diff) bool {
	k := kind(want, d)
	if len(r.shown) >= r.most || r.met[k] {
		return false
	}
	r.met[k] = true
	return true
}

// kind is what a disagreement has in common with others of the same cause: the
// call, the key and the values, but neither the sizes nor the peer.
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

// print shows a disagreement of a new kind.
func (r *reporter) print(script string, want, got []string, d conformance.Diff) {
	k := kind(want, d)
	if r.shown[k] {
		return
	}
	r.shown[k] = true
	fmt.Fprintf(r.out, "%s\n%s\n", conformance.Report(script, want, got, d), strings.Repeat("-", 72))
}
