package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// example is a script that tells mutants apart from the program: their traces differ.
type example struct {
	script string   // with place for the program
	trace  []string // the library's, of the program
	apart  []apart
	// stops says that the mutants do what C leaves undefined, and are stopped. What they do
	// with the real library cannot be told.
	stops bool
}

// apart is a mutant that is told apart.
type apart struct {
	key   string
	trace []string // the library's, unless the mutant is stopped
}

// The files of the examples: their scripts for people, and the traces.
const (
	scriptsFile = "examples.txt"
	tracesFile  = "traces.gz"
)

// The lines of scriptsFile before a script, each with the key of a mutant, and after it.
const (
	apartWord = "apart: "
	stopsWord = "stops: "
	endOfOne  = "---\n"
)

const introduction = `# Scripts that tell the mutants of a program apart from it, which stands for ` + "@close" + `. Above each
# are the mutants: where they differ, and how. "stops" is a mutant that does what C leaves
# undefined. Written by mutateclose -record.
`

// writeExamples writes the files in a folder.
func writeExamples(folder string, examples []example) error {
	text := introduction
	traces := map[string][]string{}
	for i, e := range examples {
		word := apartWord
		if e.stops {
			word = stopsWord
		}
		for _, a := range e.apart {
			text += word + a.key + "\n"
			traces[traceName(i, a.key)] = a.trace
		}
		text += e.script + endOfOne
		traces[traceName(i, "")] = e.trace
	}
	if err := os.WriteFile(filepath.Join(folder, scriptsFile), []byte(text), 0o644); err != nil {
		return err
	}
	return writeTraces(filepath.Join(folder, tracesFile), traces)
}

// traceName is the name of the trace of a mutant, or of the program, in example i.
func traceName(i int, key string) string { return fmt.Sprintf("%d %s", i+1, key) }

// readExamples reads the files in a folder.
func readExamples(folder string) ([]example, error) {
	text, err := os.ReadFile(filepath.Join(folder, scriptsFile))
	if err != nil {
		return nil, err
	}
	traces, err := readTraces(filepath.Join(folder, tracesFile))
	if err != nil {
		return nil, err
	}
	var examples []example
	for one := range strings.SplitSeq(strings.TrimSuffix(string(text), endOfOne), endOfOne) {
		examples = append(examples, readExample(one, len(examples), traces))
	}
	return examples, nil
}

// readExample reads example i.
func readExample(text string, i int, traces map[string][]string) example {
	e := example{trace: traces[traceName(i, "")]}
	for line := range strings.Lines(text) {
		key, isApart := strings.CutPrefix(line, apartWord)
		stopped, isStopped := strings.CutPrefix(line, stopsWord)
		switch {
		case isApart:
			key = strings.TrimSuffix(key, "\n")
			e.apart = append(e.apart, apart{key, traces[traceName(i, key)]})
		case isStopped:
			e.stops = true
			e.apart = append(e.apart, apart{key: strings.TrimSuffix(stopped, "\n")})
		case !strings.HasPrefix(line, "#"):
			e.script += line
		}
	}
	return e
}
