// Block makes the HTML for blocks of documents. The pieces for site generators call it:
//
//	{"file": "guide.md", "line": 12, "text": "client SSL_shutdown => 0\n", "options": {"step": "1"}, "site": "https://HOST/"}
//
// is what it reads from standard input, where line is that at which text begins. Instead of text
// and options there may be a whole document; see docs.Request. It prints
//
//	[{"html": "…", "text": "…", "line": 12, "end": 12}]
//
// see docs.Made. What is wrong it prints to standard error, each with file and line. The exit status
// is 1 if expectations of scripts are not met, and 2 if a script cannot be played.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"closenotify/scenarios/docs"
)

func main() {
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
	for _, remark := range wrong {
		fmt.Fprintf(stderr, "%s:%d: %s\n", r.File, remark.Line, remark.Text)
	}
	switch {
	case !played:
		return 2
	case len(wrong) > 0:
		return 1
	}
	encoder := json.NewEncoder(stdout)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(made); err != nil {
		fmt.Fprintln(stderr, "block:", err)
		return 2
	}
	return 0
}
