package main

import (
	"encoding/json"
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
		if words := strings.Fields(parseLine(want[d.Step-1]).Step); len(words) > 1 {
			call = words[1]
		}
	}
	_, key, found := strings.Cut(d.Key, ".")
	if !found {
		key = d.Key
	}
	return fmt.Sprintln(call, key, d.Want, d.Got)
}

// line is what is told of a step in one line.
type line struct {
	Step   string
	Ret    *int
	Error  string
	Reason string
}

// parseLine reads a step's object; what is not one gives an empty line.
func parseLine(object string) (l line) {
	if json.Unmarshal([]byte(object), &l) != nil {
		return line{}
	}
	return l
}

// returned says what a call returned, "" for a step that returns nothing.
func (l line) returned() string {
	if l.Ret == nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s %s", *l.Ret, strings.TrimPrefix(l.Error, "SSL_ERROR_"), l.Reason))
}

// print shows the script, what each step returned in both traces, and the step
// where they part key by key.
func (r *reporter) print(script string, want, got []string, d conformance.Diff) {
	k := kind(want, d)
	if r.shown[k] {
		return
	}
	r.shown[k] = true
	fmt.Fprintf(r.out, "%s\n%s\n\n", script, d)
	fmt.Fprintf(r.out, "  %-40s %-34s %s\n", "", "harness", "trace")
	for n := 1; n <= d.Step && n <= len(want) && n <= len(got); n++ {
		a, b := parseLine(want[n-1]), parseLine(got[n-1])
		fmt.Fprintf(r.out, "  %2d %-37s %-34s %s\n", n, a.Step, a.returned(), b.returned())
	}
	if n := d.Step; n > 0 && n <= len(want) && n <= len(got) {
		fmt.Fprintf(r.out, "\n%s", conformance.Table(script, want[n-1], got[n-1]))
	}
	fmt.Fprintf(r.out, "\n%s\n", strings.Repeat("-", 72))
}
