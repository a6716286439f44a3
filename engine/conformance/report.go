package conformance

import (
	"encoding/json"
	"fmt"
	"strings"
)

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

// VerbOf is the call or the network's step that a line of a trace tells of, "" if
// none can be read from it.
func VerbOf(object string) string {
	if words := strings.Fields(parseLine(object).Step); len(words) > 1 {
		return words[1]
	}
	return ""
}

// Report shows the script, what each step returned in the wanted trace and in the
// other, and the step where they part key by key.
func Report(script string, want, got []string, d Diff) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", script, d)
	fmt.Fprintf(&b, "  %-40s %-34s %s\n", "", "library", "engine")
	for n := 1; n <= d.Step && n <= len(want) && n <= len(got); n++ {
		w, g := parseLine(want[n-1]), parseLine(got[n-1])
		fmt.Fprintf(&b, "  %2d %-37s %-34s %s\n", n, w.Step, w.returned(), g.returned())
	}
	if n := d.Step; n > 0 && n <= len(want) && n <= len(got) {
		fmt.Fprintf(&b, "\n%s", Table(script, want[n-1], got[n-1]))
	}
	return b.String()
}
