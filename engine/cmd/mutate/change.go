package main

import (
	"fmt"
	"strings"
)

// change is one change of a file.
type change struct {
	file     string // without the folder
	function string // in which it is, "(c *call) read"
	line     int    // from 1
	from, to int    // the bytes that are replaced
	text     string // what replaces them
	old, new string // the changed line before and after, without indentation
}

// applied returns the text of the file with the change.
func (c change) applied(text string) string { return text[:c.from] + c.text + text[c.to:] }

// String gives the place, "call.go:12: *call.read", and the change as a diff does.
func (c change) String() string {
	return fmt.Sprintf("%s:%d: %s\n- %s\n+ %s\n", c.file, c.line, c.function, c.old, c.new)
}

// newChange fills in the lines before and after. Of several lines only the first one is
// kept, with an ellipsis for the others.
func newChange(f file, function string, from, to int, text string) change {
	c := change{file: f.name, function: function, from: from, to: to, text: text}
	begin := strings.LastIndexByte(f.text[:from], '\n') + 1
	end := to + strings.IndexByte(f.text[to:]+"\n", '\n')
	c.line = 1 + strings.Count(f.text[:from], "\n")
	c.old = oneLine(f.text[begin:end])
	c.new = oneLine(f.text[begin:from] + text + f.text[to:end])
	return c
}

func oneLine(text string) string {
	first, _, more := strings.Cut(strings.TrimSpace(text), "\n")
	if more {
		first += " …"
	}
	return first
}
