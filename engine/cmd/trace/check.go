package main

import (
	"fmt"
	"io"
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// check plays the scripts of the files, or of in if there are none, and prints which
// expectations they do not meet. It gives the exit status: 1 if there are any, 2 if a
// script cannot be played.
func check(files []string, in io.Reader, stdout, stderr io.Writer) int {
	anyUnmet := false
	status := eachFile(files, in, stderr, func(name string, r io.Reader) (errs []error) {
		c := checker{out: stdout, file: name}
		err := eachScript(r, func(n numbered) {
			if err := c.script(n); err != nil {
				errs = append(errs, err)
			}
		})
		if err != nil {
			errs = append(errs, err)
		}
		c.sum()
		anyUnmet = anyUnmet || c.unmet > 0
		return errs
	})
	if status == 0 && anyUnmet {
		return 1
	}
	return status
}

// checker checks the scripts of one file.
type checker struct {
	out            io.Writer
	file           string
	checked, unmet int
}

// script checks one script. The error says why it cannot be played.
func (c *checker) script(n numbered) error {
	s, err := n.parse()
	if err != nil {
		return err
	}
	w, err := compile.Start(s)
	if err != nil {
		return err
	}
	steps := make([]engine.Step, len(s.Steps)) // of run the last one
	err = s.Play(w, func(i int, step engine.Step, _ engine.World) { steps[i] = step })
	if err != nil {
		return err
	}
	for _, step := range s.Steps {
		if step.Expect != nil {
			c.checked++
		}
		if unknown := script.UnknownNames(step.Note); len(unknown) > 0 {
			fmt.Fprintf(c.out, "%s:%d: a caption before this step has names that are neither a profile nor a version: %s\n", c.file, step.Line, strings.Join(unknown, ", "))
		}
	}
	for _, u := range s.Unmet(func(i int) engine.Step { return steps[i] }) {
		c.unmet++
		fmt.Fprintf(c.out, "%s:%d: %s\n", c.file, s.Steps[u.Step].Line, u)
	}
	return nil
}

// sum prints how many expectations were checked and how many were not met.
func (c *checker) sum() {
	switch c.checked {
	case 0:
		fmt.Fprintf(c.out, "%s: no expectations\n", c.file)
	case 1:
		fmt.Fprintf(c.out, "%s: 1 expectation, %d not met\n", c.file, c.unmet)
	default:
		fmt.Fprintf(c.out, "%s: %d expectations, %d not met\n", c.file, c.checked, c.unmet)
	}
}
