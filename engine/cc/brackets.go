package cc

import "strings"

// partners are the brackets that close others.
var partners = map[byte]byte{')': '(', ']': '[', '}': '{'}

// An opener is a bracket that is open.
type opener struct {
	bracket      byte
	line, column int
}

// checkBrackets finds a bracket without a partner. It is silent where the preprocessor may
// take brackets away or add some.
func checkBrackets(text string) *Error {
	if conditional(text) {
		return nil
	}
	var open []opener
	s := scanner{text: text, line: 1, column: 1}
	for s.rest() != "" {
		c := s.rest()[0]
		switch c {
		case '(', '[', '{':
			open = append(open, opener{c, s.line, s.column})
		case ')', ']', '}':
			if len(open) == 0 {
				return s.err("this "+string(c)+" closes nothing", "")
			}
			last := open[len(open)-1]
			if last.bracket != partners[c] {
				return &Error{Line: last.line, Column: last.column, Message: "this " + string(last.bracket) + " is not closed before the next " + string(c)}
			}
			open = open[:len(open)-1]
		}
		if s.step() != nil {
			return nil
		}
	}
	if len(open) == 0 {
		return nil
	}
	last := open[len(open)-1]
	return &Error{Line: last.line, Column: last.column, Message: "this " + string(last.bracket) + " is not closed"}
}

// conditional reports whether the preprocessor may change the number of brackets.
func conditional(text string) bool {
	for line := range strings.Lines(text) {
		word, ok := strings.CutPrefix(strings.TrimSpace(line), "#")
		if !ok {
			continue
		}
		word = strings.TrimSpace(word)
		if strings.HasPrefix(word, "if") || strings.HasSuffix(word, "\\") {
			return true
		}
		for closing, opening := range partners {
			if strings.Count(word, string(closing)) != strings.Count(word, string(opening)) {
				return true
			}
		}
	}
	return false
}
