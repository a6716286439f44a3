// Block makes the HTML for blocks of documents. The pieces for site generators call it:
//
//	{"file": "guide.md", "line": 12, "text": "client SSL_shutdown => 0\n", "options": {"step": "1"}, "site": "https://HOST/"}
//
// is what it reads from standard input, where line is that at which text begins. Instead of text
// and options there may be a whole document; see docs.Request. It prints
//
//	[{"html": "…", "text": "…", "line": 12, "end": 12}]
//
// see docs.Made.
//
//	block -fill [-site ADDRESS] PAGE.html…
//
// fills pages of plain HTML: after each comment <!-- tls-shutdown … --> with a script it puts the HTML,
// see docs.Fill. A page in which something is wrong stays as it is.
//
// What is wrong it prints to standard error, each with file and line. The exit status is 1 if
// expectations of scripts are not met, and 2 if a script cannot be played.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"closenotify/engine/document"
	"closenotify/scenarios/docs"
)

func main() {
	fill := flag.Bool("fill", false, "fill the pages of HTML with what their scripts show")
	site := flag.String("site", "", "with -fill: the `address` of a playground")
	flag.Parse()
	if *fill {
		os.Exit(fillAll(flag.Args(), *site, os.Stdout, os.Stderr))
	}
	os.Exit(run(os.Stdin, os.Stdout, os.Stderr))
}

// run answers one request, and gives the exit status.
func run(in io.Reader, stdout, stderr io.Writer) int {
	var r docs.Request
	decoder := json.NewDecoder(in)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&r); err != nil {
		fmt.Fprintln(stderr, "block: standard input:", err)
		return 2
	}
	made, wrong, played := docs.Make(r)
	if status := report(r.File, wrong, played, stderr); status != 0 {
		return status
	}
	encoder := json.NewEncoder(stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(made); err != nil {
		fmt.Fprintln(stderr, "block:", err)
		return 2
	}
	return 0
}

// fillAll fills pages, and gives the exit status.
func fillAll(files []string, site string, stdout, stderr io.Writer) (status int) {
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			fmt.Fprintln(stderr, "block:", err)
			status = 2
			continue
		}
		out, wrong, played := docs.Fill(file, string(page), site)
		status = max(status, report(file, wrong, played, stderr))
		if out == string(page) {
			continue
		}
		if err := os.WriteFile(file, []byte(out), 0o666); err != nil {
			fmt.Fprintln(stderr, "block:", err)
			status = 2
			continue
		}
		fmt.Fprintf(stdout, "%s: filled\n", file)
	}
	return status
}

// report prints what is wrong with a file, and gives the exit status.
func report(file string, wrong []document.Remark, played bool, stderr io.Writer) int {
	for _, remark := range wrong {
		fmt.Fprintf(stderr, "%s:%d: %s\n", file, remark.Line, remark.Text)
	}
	switch {
	case !played:
		return 2
	case len(wrong) > 0:
		return 1
	}
	return 0
}
