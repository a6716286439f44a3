// Answer prints a ready answer for an issue thread about a script: the script, what each release
// of OpenSSL does with it, the rule with its source, what to do, and with -site a link. It is
// Markdown.
//
//	go run ./scenarios/cmd/answer [-site https://HOST] [FILE]
//
// Without a file it reads standard input. The exit status is 2 if the script cannot be played.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/export"
	"closenotify/engine/script"
	"closenotify/scenarios/answer"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

func main() {
	site := flag.String("site", "", "the `address` of the site to which the answer links")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: answer [-site https://HOST] [FILE]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if err := run(*site, flag.Args(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "answer:", err)
		os.Exit(2)
	}
}

// run writes the answer for the script in the file, or for the one that in has.
func run(site string, files []string, in io.Reader, out io.Writer) error {
	if len(files) > 1 {
		return fmt.Errorf("one script at a time, not %d", len(files))
	}
	text, err := io.ReadAll(in)
	if len(files) == 1 {
		text, err = os.ReadFile(files[0])
	}
	if err != nil {
		return err
	}
	s, err := script.Parse(string(text))
	if err != nil {
		return err
	}
	var programs compile.Cache
	address := ""
	if site != "" {
		if address, err = linkTo(site, s, programs.Start); err != nil {
			return err
		}
	}
	written, err := answer.Markdown(s, address, programs.Start)
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, written)
	return err
}

// linkTo is the link to the script, on the page of its lesson if it is one.
func linkTo(site string, s script.Script, start func(script.Script) (engine.World, error)) (string, error) {
	w, err := start(s)
	if err != nil {
		return "", err
	}
	p, err := export.Play(s, w)
	if err != nil {
		return "", err
	}
	s.Steps = p.Steps
	lib := library.Shipped()
	fragment, err := link.EncodePlayed(lib, s, p.History, p.Path, 0)
	if err != nil {
		return "", err
	}
	return strings.TrimSuffix(site, "/") + link.PagePath(lib, s) + "#" + fragment, nil
}
