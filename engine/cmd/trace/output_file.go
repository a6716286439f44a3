package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"closenotify/engine/script"
)

// A fileFormat runs a script and returns what writes its file. A script that cannot
// be run gives an error, and no file is made.
type fileFormat func(s script.Script) (write func(io.Writer) error, err error)

// runToFile runs one script, from a file or from in without one, and writes the file that an option
// asks for, or to stdout if to is "". It gives the exit status.
func runToFile(option string, format fileFormat, to string, files []string, in io.Reader, stdout, stderr io.Writer) int {
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
	if err := writeTo(to, stdout, format, in); err != nil {
		fmt.Fprintf(stderr, "trace: %s: %v\n", name, err)
		return 2
	}
	return 0
}

// writeTo writes the file, or nothing if the script is refused.
func writeTo(to string, stdout io.Writer, format fileFormat, in io.Reader) error {
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
	if to == "" {
		return write(stdout)
	}
	return writeFile(to, write)
}

// writeFile writes a file, which has its name only when it is complete: until then, and if that
// fails, a file of that name is as it was.
func writeFile(to string, write func(io.Writer) error) error {
	info, err := os.Stat(to)
	if err == nil && !info.Mode().IsRegular() {
		return writeInto(to, os.O_WRONLY, write) // such as /dev/stdout, which must not be replaced
	}
	if target, err := filepath.EvalSymlinks(to); err == nil {
		to = target
	}
	unfinished := filepath.Join(filepath.Dir(to), fmt.Sprintf(".%s.%d", filepath.Base(to), os.Getpid()))
	if err = writeInto(unfinished, os.O_WRONLY|os.O_CREATE|os.O_EXCL, write); err == nil {
		err = os.Rename(unfinished, to)
	}
	if err != nil {
		os.Remove(unfinished)
	}
	return err
}

// writeInto opens a file and writes it to its end.
func writeInto(to string, flag int, write func(io.Writer) error) error {
	f, err := os.OpenFile(to, flag, 0o666)
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
