// Command trace runs scripts and prints what every step does.
//
//	trace [-json] [FILE…]
//	trace -check [FILE…]
//	trace -pcapng OUT.pcapng [FILE]
//	trace -svg OUT.svg [-animate] [FILE]
//	trace -releases
//
// Without a file it reads standard input. A line --- separates scripts; after the last
// one it may be left out. With -json it prints one object for each step and an empty line
// after each script, in the form that the script language defines; without it, a trace
// for people. A script with a syntax error is refused as a whole: its error goes to
// standard error, the scripts around it still run, and the exit status is 2.
//
// The programs of a script are compiled, and run.
//
// With -check it plays the scripts and prints only the expectations (=>) that are not met,
// each with its file and line, and how many there were. If any is not met, the exit status
// is 1. Names in captions that are neither a profile nor a version are also listed, but
// they are not errors: a newer language may have them.
//
// With -pcapng or -svg it runs one script and prints nothing. -pcapng writes a
// capture of the connection for Wireshark, -svg a picture of the steps. With -animate
// the steps of the picture appear one after the other. If the script is refused, no
// file is written and the exit status is 2.
//
// -releases lists the releases of OpenSSL that a script can ask for, and what they do
// differently.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

func main() {
	asJSON := flag.Bool("json", false, "print one JSON object for each step")
	checks := flag.Bool("check", false, "print the expectations that are not met")
	pcapng := flag.String("pcapng", "", "write a capture for Wireshark to this `file`")
	svg := flag.String("svg", "", "draw the steps into this `file`")
	animate := flag.Bool("animate", false, "with -svg: let the steps appear one after the other")
	releases := flag.Bool("releases", false, "list the releases, and what they do differently")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: trace [-json] [FILE…]\n       trace -check [FILE…]\n       trace -pcapng OUT.pcapng [FILE]\n       trace -svg OUT.svg [-animate] [FILE]\n       trace -releases")
		flag.PrintDefaults()
	}
	flag.Parse()
	switch {
	case *releases:
		listReleases(os.Stdout)
		return
	case *pcapng != "" && *svg != "" || *checks && (*asJSON || *pcapng != "" || *svg != ""):
		fmt.Fprintln(os.Stderr, "trace: -check, -pcapng and -svg cannot be used together, nor -check with -json")
		os.Exit(2)
	case *animate && *svg == "":
		fmt.Fprintln(os.Stderr, "trace: -animate needs -svg")
		os.Exit(2)
	case *checks:
		os.Exit(check(flag.Args(), os.Stdin, os.Stdout, os.Stderr))
	case *pcapng != "":
		os.Exit(runToFile("-pcapng", pcapngFormat, *pcapng, flag.Args(), os.Stdin, os.Stderr))
	case *svg != "":
		os.Exit(runToFile("-svg", svgFormat(*animate), *svg, flag.Args(), os.Stdin, os.Stderr))
	}
	os.Exit(run(*asJSON, flag.Args(), os.Stdin, os.Stdout, os.Stderr))
}

// run traces the files, or in if there are none, and gives the exit status.
func run(asJSON bool, files []string, in io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	defer out.Flush()
	var programs compile.Cache
	return eachFile(files, in, stderr, func(_ string, r io.Reader) (errs []error) {
		err := eachScript(r, func(n numbered) {
			if err := traceOne(out, n, &programs, asJSON); err != nil {
				errs = append(errs, err)
			}
		})
		out.Flush()
		if err != nil {
			errs = append(errs, err)
		}
		return errs
	})
}

// eachFile calls do for each file, or for in if there are none, and prints the errors. It
// gives the exit status, 2 if there were any.
func eachFile(files []string, in io.Reader, stderr io.Writer, do func(name string, r io.Reader) []error) (status int) {
	each := func(name string, r io.Reader) {
		for _, err := range do(name, r) {
			fmt.Fprintf(stderr, "trace: %s: %v\n", name, err)
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

// traceOne runs one script.
func traceOne(out *bufio.Writer, n numbered, programs *compile.Cache, asJSON bool) error {
	s, err := n.parse()
	if err != nil {
		return err
	}
	w, err := programs.Start(s)
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
	err = s.Play(w, func(_ int, step engine.Step, w engine.World) {
		buf = appendStep(buf[:0], step, w)
		out.Write(buf)
	})
	if err != nil {
		return err
	}
	out.WriteString(end)
	return out.Flush()
}
