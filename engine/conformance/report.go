package conformance

import (
	"encoding/json"
	"fmt"
	"strings"
)

// stepLine has the keys of a step's object that a report shows.
type stepLine struct {
	Step   string
	Call   string // of a program
	Line   int    // of the call
	Ret    *int
	Error  string
	Reason string
}

// parseStepLine reads a step's object. If it is none, the result is empty.
func parseStepLine(object string) (l stepLine) {
	if json.Unmarshal([]byte(object), &l) != nil {
		return stepLine{}
	}
	return l
}

// returned is what a call returned, without "SSL_ERROR_", or "" if it returned nothing.
func (l stepLine) returned() string {
	if l.Ret == nil {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s %s", *l.Ret, strings.TrimPrefix(l.Error, "SSL_ERROR_"), l.Reason))
}

// step is the step, with the call that a program has made in it.
func (l stepLine) step() string {
	if l.Call == "" {
		return l.Step
	}
	return fmt.Sprintf("%s %s, line %d", l.Step, l.Call, l.Line)
}

// VerbOf is the call in a line of a trace, or the first word of the network step, "" if the
// line has none.
func VerbOf(object string) string {
	l := parseStepLine(object)
	if l.Call != "" {
		return l.Call
	}
	if words := strings.Fields(l.Step); len(words) > 1 {
		return words[1]
	}
	return ""
}

// Report prints the script, what each step returned in the trace of the library and in
// that of the engine, and all keys of the step where they differ.
func Report(script string, want, got []string, d Diff) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", script, d)
	fmt.Fprintf(&b, "  %-40s %-34s %s\n", "", "library", "engine")
	for n := 1; n <= d.Step && n <= len(want) && n <= len(got); n++ {
		w, g := parseStepLine(want[n-1]), parseStepLine(got[n-1])
		fmt.Fprintf(&b, "  %2d %-37s %-34s %s\n", n, w.step(), w.returned(), g.returned())
	}
	if n := d.Step; n > 0 && n <= len(want) && n <= len(got) {
		fmt.Fprintf(&b, "\n%s", table(script, want[n-1], got[n-1]))
	}
	return b.String()
}
