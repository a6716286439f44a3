// Command trace runs scripts and prints what every step does.
//
//	trace [-json] [FILE…]
//	trace -check [FILE…]
//	trace -render DOCUMENT…
//	trace -export FORMAT [-o OUT] [FILE]
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
// With -check, a file whose name ends in .md, .markdown, .mdx or .rst is a document. Its scripts
// are fenced code blocks, ```tls-shutdown, or directives, .. tls-shutdown::. Each is played by
// itself: see package document. The lines are those of the document. With -render it does the
// same, and writes for each block whose expectations are met a drawing and a transcript beside
// the document: for block 1 of guide.md guide.1.svg and guide.1.txt (Markdown). The
// block's option name takes the place of its number. If such a file is there and would be written
// otherwise now, -check says so, and the exit status is 1.
//
// With -export it runs one script and writes it in another form, to standard output or to
// the file OUT. The forms are the names of export.Formats. -pcapng writes a capture of the
// connection for Wireshark. -svg OUT is short for -export svg -o OUT, and with -animate for
// -export svg-animated -o OUT. If the script is refused, nothing is written, a file that
// was there before is kept, and the exit status is 2.
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
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/document"
	"closenotify/engine/export"
	"closenotify/engine/script"
)

// options are the options of the command line.
type options struct {
	json, check, render, animate, releases bool
	export, out, pcapng, svg               string
}

const usage = `usage: trace [-json] [FILE…]
       trace -check [FILE…]
       trace -render DOCUMENT…
       trace -export FORMAT [-o OUT] [FILE]
       trace -pcapng OUT.pcapng [FILE]
       trace -svg OUT.svg [-animate] [FILE]
       trace -releases`

func main() {
	var o options
	flag.BoolVar(&o.json, "json", false, "print one JSON object for each step")
	flag.BoolVar(&o.check, "check", false, "print the expectations that are not met")
	flag.BoolVar(&o.render, "render", false, "write a drawing and a transcript for each script in documents, beside them")
	flag.StringVar(&o.export, "export", "", "write the script in this `format`: "+strings.Join(export.Names(), ", "))
	flag.StringVar(&o.out, "o", "", "with -export: write to this `file`")
	flag.StringVar(&o.pcapng, "pcapng", "", "write a capture for Wireshark to this `file`")
	flag.StringVar(&o.svg, "svg", "", "draw the steps into this `file`")
	flag.BoolVar(&o.animate, "animate", false, "with -svg: let the steps appear one after the other")
	flag.BoolVar(&o.releases, "releases", false, "list the releases, and what they do differently")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), usage)
		flag.PrintDefaults()
	}
	flag.Parse()
	os.Exit(o.run(flag.Args(), os.Stdin, os.Stdout, os.Stderr))
}

// run does what the options ask for and gives the exit status.
func (o options) run(files []string, in io.Reader, stdout, stderr io.Writer) int {
	if conflict := o.conflict(); conflict != "" {
		fmt.Fprintln(stderr, "trace: "+conflict)
		return 2
	}
	switch {
	case o.releases:
		listReleases(stdout)
		return 0
	case o.check:
		return check(files, in, stdout, stderr)
	case o.render:
		return render(files, stdout, stderr)
	case o.pcapng != "":
		return runToFile("-pcapng", pcapngFormat, o.pcapng, files, in, stdout, stderr)
	case o.export != "":
		f, ok := export.Lookup(o.export)
		if !ok {
			fmt.Fprintf(stderr, "trace: -export: %v\n", export.UnknownFormat(o.export))
			return 2
		}
		return runToFile("-export", exported(f), o.out, files, in, stdout, stderr)
	case o.svg != "":
		name := "svg"
		if o.animate {
			name = "svg-animated"
		}
		f, _ := export.Lookup(name)
		return runToFile("-svg", exported(f), o.svg, files, in, stdout, stderr)
	}
	return run(o.json, files, in, stdout, stderr)
}

// conflict says which options cannot be used together, "" if all can.
func (o options) conflict() string {
	given := 0
	for _, is := range []bool{o.json, o.check, o.render, o.export != "", o.pcapng != "", o.svg != "", o.releases} {
		if is {
			given++
		}
	}
	switch {
	case given > 1:
		return "-json, -check, -render, -export, -pcapng, -svg and -releases cannot be used together"
	case o.animate && o.svg == "":
		return "-animate needs -svg"
	case o.out != "" && o.export == "":
		return "-o needs -export"
	}
	return ""
}

// run traces the files, or in if there are none, and gives the exit status.
func run(asJSON bool, files []string, in io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	defer out.Flush()
	var programs compile.Cache
	return eachFile(files, in, stderr, func(_ string, r io.Reader) (errs []error) {
		err := eachScript(r, func(b document.Block) {
			if err := traceOne(out, b, &programs, asJSON); err != nil {
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
func traceOne(out *bufio.Writer, b document.Block, programs *compile.Cache, asJSON bool) error {
	s, err := b.Script()
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
