package main

import (
	"fmt"
	"io"

	"closenotify/engine/document"
)

// check plays the scripts of the files, or of in if there are none, and prints which
// expectations they do not meet. It gives the exit status: 1 if there are any, 2 if a
// script cannot be played.
func check(files []string, in io.Reader, stdout, stderr io.Writer) int {
	anyUnmet := false
	status := eachFile(files, in, stderr, func(name string, r io.Reader) (errs []error) {
		c := checker{out: stdout, file: name}
		failed := func(err error) {
			if err != nil {
				errs = append(errs, err)
			}
		}
		if document.Is(name) {
			blocks, wrong := eachBlock(name, r, stdout, func(b document.Block) { failed(c.block(b)) })
			c.blocks = &blocks
			errs = append(errs, wrong...)
		} else {
			failed(eachScript(r, func(b document.Block) {
				_, err := c.play(b)
				failed(err)
			}))
		}
		c.sum()
		anyUnmet = anyUnmet || c.unmet > 0 || c.stale > 0
		return errs
	})
	if status == 0 && anyUnmet {
		return 1
	}
	return status
}

// eachBlock calls play for the blocks of a document, and says of lines that look like blocks
// why they are not read. It returns how many blocks there are, and the errors of those that
// cannot be read.
func eachBlock(name string, r io.Reader, out io.Writer, play func(document.Block)) (blocks int, errs []error) {
	text, err := io.ReadAll(io.LimitReader(r, document.MaxLength+1))
	if err != nil {
		return 0, []error{err}
	}
	found, err := document.Find(name, text)
	if err != nil {
		return 0, []error{err}
	}
	for _, line := range found.Passed {
		fmt.Fprintf(out, "%s:%d: not checked: in Markdown this is text or indented code, not a fenced block\n", name, line)
	}
	for _, b := range found.Blocks {
		play(b)
	}
	for _, err := range found.Errors {
		errs = append(errs, err)
	}
	return len(found.Blocks) + len(found.Errors), errs
}

// checker checks the scripts of one file.
type checker struct {
	out            io.Writer
	file           string
	blocks         *int // of a document
	checked, unmet int
	stale          int // files that -render has made, which it would make otherwise now
}

// block checks a block of a document, and the files that were made of it.
func (c *checker) block(b document.Block) error {
	unmet := c.unmet
	checked, err := c.play(b)
	if err != nil || c.unmet > unmet {
		return err
	}
	files, err := made(c.file, b, checked)
	if err != nil {
		return err
	}
	names, err := stale(files)
	for _, name := range names {
		c.stale++
		fmt.Fprintf(c.out, "%s:%d: %s is out of date: trace -render makes it again\n", c.file, b.Line, name)
	}
	return err
}

// play plays a script and prints what is wrong. The error says why it cannot be played.
func (c *checker) play(b document.Block) (document.Checked, error) {
	checked, err := b.Check()
	if err != nil {
		return checked, err
	}
	c.checked += checked.Expected
	c.unmet += len(checked.Unmet)
	for _, r := range append(checked.Unknown, checked.Unmet...) {
		fmt.Fprintf(c.out, "%s:%d: %s\n", c.file, r.Line, r.Text)
	}
	return checked, nil
}

// sum prints how many expectations were checked and how many were not met.
func (c *checker) sum() {
	blocks := ""
	if c.blocks != nil {
		if *c.blocks == 0 {
			fmt.Fprintf(c.out, "%s: no block %s\n", c.file, document.Word)
			return
		}
		blocks = counted(*c.blocks, "block") + ", "
	}
	if c.checked == 0 {
		fmt.Fprintf(c.out, "%s: %sno expectations\n", c.file, blocks)
		return
	}
	fmt.Fprintf(c.out, "%s: %s%s, %d not met\n", c.file, blocks, counted(c.checked, "expectation"), c.unmet)
}

// counted is "1 block" or "2 blocks".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
