package conformance

import (
	"slices"
	"strings"
)

// later are the keys that were added to the trace last. Recordings of releases that can no
// longer be had do not have them.
var later = []string{"errors", "errno", "bytes", "has_pending", "state_string", "poll"}

// omitted returns the keys that are not compared in the traces of a script: all later keys
// if want has none of them, and wire also if want was recorded without it.
func omitted(script string, want []string) map[string]bool {
	omit := map[string]bool{"wire": !WireIsCompared(script) || !hasKey(want, "wire")}
	before := !slices.ContainsFunc(later, func(name string) bool { return hasKey(want, name) })
	for _, name := range later {
		omit[name] = before
	}
	return omit
}

// hasKey reports whether an object of the trace has the key.
func hasKey(trace []string, name string) bool {
	return slices.ContainsFunc(trace, func(line string) bool { return strings.Contains(line, `"`+name+`":`) })
}

// without removes keys from a JSON value, at any depth.
func without(v any, omit map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for name, inner := range v {
			if omit[name] {
				delete(v, name)
				continue
			}
			without(inner, omit)
		}
	case []any:
		for _, inner := range v {
			without(inner, omit)
		}
	}
}

// WithoutLater returns the line of a trace without the later keys, as it used to be recorded.
// It is for speed: Compare leaves them out by itself.
func WithoutLater(line string) string {
	for _, name := range later {
		key := `,"` + name + `":`
		for from := strings.Index(line, key); from >= 0; from = strings.Index(line, key) {
			to := from + len(key)
			line = line[:from] + line[to+valueLength(line[to:]):]
		}
	}
	return line
}

// valueLength is the length of the value of a later key, with which text begins: a list of
// strings without brackets, a string without quotes, a number or a boolean.
func valueLength(text string) int {
	switch text[0] {
	case '[':
		return 1 + strings.IndexByte(text, ']')
	case '"':
		return 2 + strings.IndexByte(text[1:], '"')
	}
	return strings.IndexAny(text, ",}")
}
