package main

import (
	"bufio"
	"io"
	"strings"

	"closenotify/engine/script"
)

// numbered is the text of a script in a stream.
type numbered struct {
	text  string
	first int // the line at which it begins, from 1
}

// parse reads the script. Lines are those of the stream, also in the error.
func (n numbered) parse() (script.Script, error) {
	s, err := script.Parse(n.text)
	if e, ok := err.(*script.Error); ok {
		e.Line += n.first - 1
	}
	for i := range s.Steps {
		s.Steps[i].Line += n.first - 1
	}
	for i := range s.Programs {
		s.Programs[i].Line += n.first - 1
	}
	return s, err
}

// eachScript calls do for the scripts of a stream, each as soon as it has been read. A
// line --- separates them, but not in the text of a program; after the last one it may be left out. The error comes from r.
func eachScript(r io.Reader, do func(numbered)) error {
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
			do(numbered{text.String(), first})
			text.Reset()
			first = n + 1
			inside = false
		}
		if end {
			return nil
		}
	}
}
