package document

import (
	"fmt"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/compile"
	"closenotify/engine/script"
)

// Checked is what playing the script of a block shows.
type Checked struct {
	Script   script.Script // its lines are those of the document
	Start    engine.World  // with the programs of the script
	Expected int           // how many expectations it has
	Unmet    []Remark      // those that are not met
	Unknown  []Remark      // captions with names that are neither a profile nor a version
}

// A Remark is about a line of a document.
type Remark struct {
	Line int // from 1
	Text string
}

// Check plays the script of a block. The error says why it cannot be played, at its place in
// the document.
func (b Block) Check() (Checked, error) {
	s, err := b.Script()
	if err != nil {
		return Checked{}, err
	}
	w, err := compile.Start(s)
	if err != nil {
		return Checked{}, b.inColumns(err)
	}
	c := Checked{Script: s, Start: w}
	steps := make([]engine.Step, len(s.Steps)) // of run the last one
	taken := 0
	if err := s.Play(w, func(i int, step engine.Step, _ engine.World) { steps[i], taken = step, step.N }); err != nil {
		return Checked{}, err
	}
	if n, err := strconv.Atoi(b.Options["step"]); err == nil && n > taken {
		return Checked{}, &Error{b.Line, fmt.Sprintf("step=%d: the script has only %d", n, taken)}
	}
	for _, step := range s.Steps {
		if step.Expect != nil {
			c.Expected++
		}
		if unknown := script.UnknownNames(step.Note); len(unknown) > 0 {
			c.Unknown = append(c.Unknown, Remark{step.Line, "a caption before this step has names that are neither a profile nor a version: " + strings.Join(unknown, ", ")})
		}
	}
	for _, u := range s.Unmet(func(i int) engine.Step { return steps[i] }) {
		c.Unmet = append(c.Unmet, Remark{s.Steps[u.Step].Line, u.String()})
	}
	return c, nil
}

// Script reads the script of a block. Lines and columns are those of the document,
// also in the error.
func (b Block) Script() (script.Script, error) {
	s, err := script.Parse(b.Text)
	if e, ok := err.(*script.Error); ok {
		e.Line += b.First - 1
		return s, b.inColumns(e)
	}
	for i := range s.Steps {
		s.Steps[i].Line += b.First - 1
	}
	for i := range s.Programs {
		s.Programs[i].Line += b.First - 1
	}
	return s, err
}

// inColumns adds what the document has before each line to the columns of an error, whose lines
// are those of the document.
func (b Block) inColumns(err error) error {
	var list []*script.Error
	switch err := err.(type) {
	case *script.Error:
		list = []*script.Error{err}
	case script.ProgramErrors:
		list = err
	}
	for _, e := range list {
		if i := e.Line - b.First; i >= 0 && i < len(b.Columns) {
			e.Column += b.Columns[i]
		}
	}
	return err
}
