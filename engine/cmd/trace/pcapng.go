package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/engine/script"
)

// runCapture writes the capture of one script, from a file or from in without one,
// and gives the exit status.
func runCapture(to string, files []string, in io.Reader, stderr io.Writer) int {
	name := "standard input"
	if len(files) > 1 {
		fmt.Fprintln(stderr, "trace: -pcapng takes one script")
		return 2
	}
	if len(files) == 1 {
		name = files[0]
		f, err := os.Open(name)
		if err != nil {
			fmt.Fprintf(stderr, "trace: %v\n", err)
			return 2
		}
		defer f.Close()
		in = f
	}
	if err := writeCapture(to, in); err != nil {
		fmt.Fprintf(stderr, "trace: %s: %v\n", name, err)
		return 2
	}
	return 0
}

// writeCapture writes the file, or nothing if the script is refused.
func writeCapture(to string, in io.Reader) error {
	text, err := io.ReadAll(io.LimitReader(in, script.MaxLength+1))
	if err != nil {
		return err
	}
	s, err := script.Parse(string(text))
	if err != nil {
		return err
	}
	w, err := engine.New(s.Config)
	if err != nil {
		return err
	}
	steps := make([]engine.Step, len(s.Steps))
	for i, op := range s.Ops() {
		if w, steps[i], err = w.Apply(op); err != nil {
			return err
		}
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	err = capture.Write(out, s.Config, strings.Join(s.Intro, "\n"), steps)
	if err == nil {
		err = out.Flush()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
