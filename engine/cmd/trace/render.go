package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"closenotify/engine/document"
	"closenotify/engine/export"
	"closenotify/engine/script"
)

// madeFile is a file that -render makes of a block.
type madeFile struct {
	name string
	data []byte
}

// made are the files of a block. Their names are that of the document without its extension,
// and that of the block: guide.1.svg.
func made(file string, b document.Block, c document.Checked) ([]madeFile, error) {
	played, err := export.Play(b.Titled(c.Script), c.Start)
	if err != nil {
		return nil, err
	}
	svg, _ := export.Lookup("svg")
	drawing, err := svg.Write(played)
	if err != nil {
		return nil, err
	}
	name := strings.TrimSuffix(file, filepath.Ext(file)) + "." + b.Name
	return []madeFile{{name + ".svg", drawing}, {name + ".txt", transcript(played)}}, nil
}

// transcript is what trace prints of a script, with the title and the narration.
func transcript(p export.Played) []byte {
	var b []byte
	note := func(lines []string) {
		for _, line := range lines {
			b = append(append(b, strings.TrimRight("# "+line, " ")...), '\n')
		}
	}
	note(p.Script.Intro)
	for i, step := range p.Steps {
		if text := script.Narration(step.Note, p.Script.Config); text != "" {
			b = append(b, '\n')
			note(script.SplitNote(text))
		}
		b = script.AppendText(b, p.History.Step(p.Path[i+1]), p.History.World(p.Path[i+1]))
	}
	return b
}

// stale are the names of those that exist, but have another content.
func stale(files []madeFile) (names []string, err error) {
	for _, f := range files {
		old, err := os.ReadFile(f.name)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return names, err
		}
		if !bytes.Equal(old, f.data) {
			names = append(names, f.name)
		}
	}
	return names, nil
}

// render writes the drawing and the transcript of each block beside the documents, and prints
// which files it wrote. Nothing is written for a block whose expectations are not met. It gives
// the exit status, as check does.
func render(files []string, stdout, stderr io.Writer) int {
	anyUnmet := false
	if len(files) == 0 {
		fmt.Fprintln(stderr, "trace: -render takes documents, whose names end in .md, .markdown, .mdx or .rst")
		return 2
	}
	status := eachFile(files, nil, stderr, func(name string, r io.Reader) (errs []error) {
		c := checker{out: stdout, file: name}
		blocks, wrong := eachBlock(name, r, stdout, func(b document.Block) {
			unmet := c.unmet
			checked, err := c.play(b)
			if err == nil && c.unmet == unmet {
				err = write(name, b, checked, stdout)
			}
			if err != nil {
				errs = append(errs, err)
			}
		})
		if blocks == 0 && len(wrong) == 0 {
			fmt.Fprintf(stdout, "%s: no block %s\n", name, document.Word)
		}
		anyUnmet = anyUnmet || c.unmet > 0
		return append(errs, wrong...)
	})
	if status == 0 && anyUnmet {
		return 1
	}
	return status
}

// write writes the files of a block that are not there yet.
func write(document string, b document.Block, c document.Checked, stdout io.Writer) error {
	files, err := made(document, b, c)
	if err != nil {
		return err
	}
	for _, f := range files {
		if old, err := os.ReadFile(f.name); err == nil && bytes.Equal(old, f.data) {
			fmt.Fprintf(stdout, "%s:%d: %s is up to date\n", document, b.Line, f.name)
			continue
		}
		if err := writeFile(f.name, func(out io.Writer) error { _, err := out.Write(f.data); return err }); err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s:%d: wrote %s\n", document, b.Line, f.name)
	}
	return nil
}
