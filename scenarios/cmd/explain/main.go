// Explain finds the lesson for an error text, a line of a log, a traceback, or a question.
//
//	explain [TEXT]    several lines are one text; without TEXT, it is read from standard input
//
// The first line it prints is "lesson: NAME TITLE", the second the lesson's symptom. For a text
// that belongs to no lesson the first line is "nearest: NAME TITLE", or "nearest:" alone. More
// lines say which release of OpenSSL prints such a text, which rule of the library explains it,
// what was recognised, which profile shows the release, package or image that the text names,
// and which other lessons may help.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"closenotify/scenarios/find"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "explain:", err)
		os.Exit(1)
	}
}

func run(arguments []string, in io.Reader, out io.Writer) error {
	text := strings.Join(arguments, " ")
	if len(arguments) == 0 {
		all, err := io.ReadAll(in)
		if err != nil {
			return err
		}
		text = string(all)
	}
	index, err := find.Shipped()
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, index.Find(text).Report())
	return err
}
