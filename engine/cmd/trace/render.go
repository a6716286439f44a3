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
)

// madeOf are the forms in which -render writes each block. The transcript is Markdown, but its
// name does not end in .md: a site generator would take it for a page.
var madeOf = []struct{ format, extension string }{{"svg", ".svg"}, {"md", ".txt"}}

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
	var files []madeFile
	for _, of := range madeOf {
		format, ok := export.Lookup(of.format)
		if !ok {
			return nil, export.UnknownFormat(of.format)
		}
		data, err := format.Write(played)
		if err != nil {
			return nil, err
		}
		files = append(files, madeFile{strings.TrimSuffix(file, filepath.Ext(file)) + "." + b.Name + of.extension, data})
	}
	return files, nil
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
