package reproduce

import (
	"slices"
	"strings"
)

// wrapper is a macro that turns a call or query of a program into one of the harness.
type wrapper struct{ name, define string }

// wrappers are the macros at the end of program.h that stand for calls and queries, and the text of
// the others.
func wrappers() (list []wrapper, others string) {
	_, macros, _ := strings.Cut(fileText("program.h"), "#ifdef PROGRAM\n")
	others, rest, _ := strings.Cut(macros, "#undef ")
	for line := range strings.Lines(rest) {
		if text, ok := strings.CutPrefix(line, "#define "); ok {
			name, _, _ := strings.Cut(text, "(")
			list = append(list, wrapper{name, line})
		}
	}
	return list, strings.TrimSpace(others) + "\n"
}

// used are the wrappers of what a program mentions.
func used(list []wrapper, mentions []string) []wrapper {
	return slices.DeleteFunc(slices.Clone(list), func(w wrapper) bool {
		return !slices.Contains(mentions, w.name) && !(w.name == "__assert_fail" && slices.Contains(mentions, "assert"))
	})
}
