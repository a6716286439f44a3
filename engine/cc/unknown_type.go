package cc

import (
	"regexp"
	"slices"
	"strings"
)

// wordBefore finds a word at the end of a text that can only be the name of a type: nothing stands
// before it, or what begins a declaration.
var wordBefore = regexp.MustCompile(`(?m:^|[;{}(,]|\b(?:static|const|extern|inline|volatile|register)\s)\s*([A-Za-z_]\w*)\s*$`)

// noTypes are the words of C after which a name is unexpected, too.
var noTypes = []string{"while", "for", "if", "switch", "break", "continue", "do", "else", "return", "goto", "case", "default", "sizeof"}

// nameType makes an error about what stands after the name of a type that nobody declares one
// about that name. The front end takes such a name for something else, and reports what follows.
func (e *Error) nameType(text string) {
	if !strings.HasPrefix(e.Message, "unexpected identifier, ") && !strings.HasPrefix(e.Message, "unexpected '*', ") {
		return
	}
	lines := strings.Split(text, "\n")
	if e.Line > len(lines) || e.Column > len(lines[e.Line-1]) {
		return
	}
	before := strings.Join(lines[max(e.Line-3, 0):e.Line-1], "\n") + "\n" + lines[e.Line-1][:e.Column-1]
	m := wordBefore.FindStringSubmatchIndex(before)
	if m == nil {
		return
	}
	name := before[m[2]:m[3]]
	if strings.Contains(before[m[2]:], "\n") || slices.Contains(noTypes, name) {
		return
	}
	e.Column -= len(before) - m[2]
	e.Name, e.Message, e.Suggestion = name, name+" is not declared as a type", instead[name]
}
