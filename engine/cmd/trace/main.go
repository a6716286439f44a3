// Command trace runs scripts and prints what every step did.
//
//	trace [-json] [FILE…]
//	trace -pcapng OUT.pcapng [FILE]
//
// Without a file it reads standard input. A line --- separates scripts. With
// -json it prints one object a step and an empty line after each script, as the
// language fixes it; without, a trace that a person reads. A script that breaks
// the grammar is refused whole: nothing is printed for it but its error on
// standard error, the scripts around it run all the same, and the exit status is
// 2.
//
// With -pcapng it runs one script and prints nothing: what went over the wire is in
// the file OUT.pcapng then, to be read with Wireshark.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

func main() {
	asJSON := flag.Bool("json", false, "print one JSON object a step")
	pcapng := flag.String("pcapng", "", "write a capture for Wireshark to this `file`")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: trace [-json] [FILE…]\n       trace -pcapng OUT.pcapng [FILE]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if *pcapng != "" {
		os.Exit(runCapture(*pcapng, flag.Args(), os.Stdin, os.Stderr))
	}
	os.Exit(run(*asJSON, flag.Args(), os.Stdin, os.Stdout, os.Stderr))
}

// run traces the files, or in without one, and gives the exit status.
func run(asJSON bool, files []string, in io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	defer out.Flush()
	status := 0
	each := func(name string, r io.Reader) {
		if err := trace(out, r, asJSON); err != nil {
			out.Flush()
			for _, e := range err {
				fmt.Fprintf(stderr, "trace: %s: %v\n", name, e)
			}
			status = 2
		}
	}
	if len(files) == 0 {
		each("standard input", in)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			fmt.Fprintf(stderr, "trace: %v\n", err)
			status = 2
			continue
		}
		each(name, f)
		f.Close()
	}
	return status
}

// trace runs the scripts of one stream, each as soon as it is read whole.
func trace(out *bufio.Writer, r io.Reader, asJSON bool) (errs []error) {
	lines := bufio.NewReader(r)
	var text strings.Builder
	first := 1 // line of the stream at which the script begins
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return append(errs, err)
		}
		end := err == io.EOF
		separator := strings.TrimSpace(line) == "---"
		if !separator {
			text.WriteString(line)
		}
		if !separator && !end {
			continue
		}
		if err := traceOne(out, text.String(), first, asJSON); err != nil {
			errs = append(errs, err)
		}
		if end {
			return errs
		}
		text.Reset()
		first = n + 1
	}
}

// traceOne runs one script that begins at a line of the stream.
func traceOne(out *bufio.Writer, text string, first int, asJSON bool) error {
	s, err := script.Parse(text)
	if e, ok := err.(*script.Error); ok {
		e.Line += first - 1
		return e
	}
	w, err := engine.New(s.Config)
	if err != nil {
		return err
	}
	appendStep, end := script.AppendText, "\n"
	if asJSON {
		appendStep = func(b []byte, s engine.Step, w engine.World) []byte {
			return append(script.AppendJSON(b, s, w), '\n')
		}
	}
	var buf []byte
	for _, op := range s.Ops() {
		var step engine.Step
		if w, step, err = w.Apply(op); err != nil {
			return err
		}
		buf = appendStep(buf[:0], step, w)
		out.Write(buf)
	}
	out.WriteString(end)
	return out.Flush()
}
