package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"closenotify/engine/script"
)

// A fileFormat runs a script and returns what writes its file. A script that cannot
// be run gives an error, and no file is made.
type fileFormat func(s script.Script) (write func(io.Writer) error, err error)

// runToFile runs one script, from a file or from in without one, and writes the file
// that an option asks for. It gives the exit status.
func runToFile(option string, format fileFormat, to string, files []string, in io.Reader, stderr io.Writer) int {
	name := "standard input"
	if len(files) > 1 {
		fmt.Fprintf(stderr, "trace: %s takes one script\n", option)
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
	if err := writeFile(format, to, in); err != nil {
		fmt.Fprintf(stderr, "trace: %s: %v\n", name, err)
		return 2
	}
	return 0
}

// writeFile writes the file, or nothing if the script is refused.
func writeFile(format fileFormat, to string, in io.Reader) error {
	text, err := io.ReadAll(io.LimitReader(in, script.MaxLength+1))
	if err != nil {
		return err
	}
	s, err := script.Parse(string(text))
	if err != nil {
		return err
	}
	write, err := format(s)
	if err != nil {
		return err
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	err = write(out)
	if err == nil {
		err = out.Flush()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
