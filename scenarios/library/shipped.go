package library

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	"closenotify/scenarios"
	"closenotify/scenarios/stacks"
)

// Shipped returns the lessons as the page has them.
func Shipped() scenarios.Library { return asShipped() }

// asShipped is made once, so that no script is parsed twice.
var asShipped = sync.OnceValue(func() scenarios.Library {
	var entries []*scenarios.Entry
	for _, l := range All() {
		entries = append(entries, l.entry())
	}
	retired, err := readRetired(files)
	if err != nil {
		panic(err) // the texts are part of the program
	}
	return scenarios.NewLibrary(append(entries, retired...))
})

// entry is the lesson as the page has it.
func (l *Lesson) entry() *scenarios.Entry {
	e := &scenarios.Entry{
		Number: l.Number, Name: l.Name, Chapter: l.Chapter, Title: l.Title,
		Script: l.Script.String(), Closing: l.Closing, Fix: l.Fix, Elsewhere: elsewhere(l.Name),
	}
	if l.Wrong != nil {
		e.Wrong, e.Right = l.Wrong.Script.String(), l.Right.Script.String()
	}
	return e
}

// elsewhere lists the steps of a lesson for which other programs were measured.
func elsewhere(lesson string) string {
	var steps []string
	for _, row := range stacks.For(lesson) {
		steps = append(steps, strconv.Itoa(row.StepOf(lesson)))
	}
	return strings.Join(steps, " ")
}

// readRetired reads the scripts that are shipped no more.
func readRetired(from fs.FS) ([]*scenarios.Entry, error) {
	names, err := fs.Glob(from, "retired/*.txt")
	if err != nil {
		return nil, err
	}
	var entries []*scenarios.Entry
	for _, name := range names {
		numeral, _, _ := strings.Cut(path.Base(name), "-")
		number, err := strconv.Atoi(numeral)
		if err != nil {
			return nil, fmt.Errorf("library: %s does not begin with a number", name)
		}
		s, err := readScript(from, name)
		if err != nil {
			return nil, fmt.Errorf("library: %w", err)
		}
		entries = append(entries, &scenarios.Entry{Number: number, Title: s.Title, Script: s.Script.String()})
	}
	return entries, nil
}
