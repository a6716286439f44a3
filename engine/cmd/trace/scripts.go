package main

import (
	"bufio"
	"io"
	"strings"

	"closenotify/engine/document"
	"closenotify/engine/script"
)

// eachScript calls do for the scripts of a stream, each as soon as it has been read. A
// line --- separates them, but not in the text of a program; after the last one it may be left out. The error comes from r.
func eachScript(r io.Reader, do func(document.Block)) error {
	lines := bufio.NewReader(r)
	var text strings.Builder
	first, inside := 1, false
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return err
		}
		end := err == io.EOF
		separator := !inside && strings.TrimSpace(line) == "---"
		inside = script.IsInProgram(inside, line)
		if !separator {
			text.WriteString(line)
		}
		if separator || end && text.Len() > 0 {
			do(document.Block{Text: text.String(), First: first})
			text.Reset()
			first = n + 1
			inside = false
		}
		if end {
			return nil
		}
	}
}
