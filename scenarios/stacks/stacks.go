// Package stacks knows what other programs and languages say when a TLS connection ends.
//
// The file outcomes.txt has the rows of the table: the ways in which a connection ends or
// fails, each with the steps of lessons in which that happens. The texts are in measured.json.
// The command scenarios/cmd/stacks writes them: it runs each program against a peer that ends
// the connection in that way. Nothing in measured.json is written by hand.
package stacks

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed outcomes.txt
var outcomes string

//go:embed measured.json
var measured []byte

// Names are the stacks, in the order of the table.
var Names = []string{
	"Python (ssl)", "Node.js", "Ruby", "PHP", "Go (crypto/tls)", "Java (JSSE)", "nginx", "curl", "libpq (psql)",
}

// A Row is an outcome: what the peer does, and what each stack says to that.
type Row struct {
	Name  string // such as "eof"
	Title string
	Peer  string // what the peer does, and what the program does then
	Steps []Step
	Cells []Cell // in the order of Names
}

// A Step is a step of a lesson with this outcome.
type Step struct {
	Lesson string
	N      int    // the first is 1
	Text   string // what the call returns there
}

// A Cell is what a stack says. It has a text, or a reason why there is none.
type Cell struct {
	Outcome  string `json:"outcome"`
	Stack    string `json:"stack"`
	Version  string `json:"version"`
	TLS      string `json:"tls"`      // the OpenSSL under it
	Measured string `json:"measured"` // the date
	Call     string `json:"call"`     // the call, the event or the log that says it
	Text     string `json:"text"`
	Reason   string `json:"-"`
}

// table is read once, when somebody first asks for it.
var table = sync.OnceValue(func() []Row {
	rows, err := read(outcomes, measured)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return rows
})

// All returns the whole table.
func All() []Row { return table() }

// For returns the rows that a lesson shows, in the order of its steps.
func For(lesson string) []Row {
	rows := slices.DeleteFunc(slices.Clone(All()), func(r Row) bool { return r.StepOf(lesson) == 0 })
	slices.SortStableFunc(rows, func(a, b Row) int { return a.StepOf(lesson) - b.StepOf(lesson) })
	return rows
}

// StepOf returns the step of a lesson that has this outcome, 0 if none has.
func (r Row) StepOf(lesson string) int {
	for _, s := range r.Steps {
		if s.Lesson == lesson {
			return s.N
		}
	}
	return 0
}

// Write writes the cells that were measured to a file.
func Write(file string, cells []Cell) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	if err := encoder.Encode(cells); err != nil {
		return err
	}
	return os.WriteFile(file, text.Bytes(), 0o666)
}

// read makes the table of its two files.
func read(outcomes string, measured []byte) ([]Row, error) {
	var cells []Cell
	if err := json.Unmarshal(measured, &cells); err != nil {
		return nil, fmt.Errorf("stacks: measured.json: %w", err)
	}
	var rows []Row
	for block := range strings.SplitSeq(strings.TrimSpace(outcomes), "\n\n") {
		row, err := parse(block)
		if err != nil {
			return nil, fmt.Errorf("stacks: outcomes.txt: %w", err)
		}
		for i, c := range row.Cells {
			at := slices.IndexFunc(cells, func(m Cell) bool { return m.Outcome == c.Outcome && m.Stack == c.Stack })
			if at >= 0 && c.Reason == "" {
				row.Cells[i] = cells[at]
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// parse reads a row: its name, and lines "title: TEXT", "peer: TEXT", "step: LESSON N TEXT"
// and "empty: STACK: REASON".
func parse(block string) (Row, error) {
	name, lines, _ := strings.Cut(block, "\n")
	row := Row{Name: name}
	for _, stack := range Names {
		row.Cells = append(row.Cells, Cell{Outcome: name, Stack: stack})
	}
	for line := range strings.SplitSeq(lines, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "title":
			row.Title = value
		case "peer":
			row.Peer = value
		case "step":
			parts := strings.SplitN(value, " ", 3)
			if len(parts) < 3 {
				return row, fmt.Errorf("%s: %q is no step", name, line)
			}
			n, err := strconv.Atoi(parts[1])
			if err != nil {
				return row, fmt.Errorf("%s: %q: %w", name, line, err)
			}
			row.Steps = append(row.Steps, Step{parts[0], n, parts[2]})
		case "empty":
			stack, reason, _ := strings.Cut(value, ": ")
			i := slices.Index(Names, stack)
			if i < 0 || reason == "" {
				return row, fmt.Errorf("%s: %q names no stack, or no reason", name, line)
			}
			row.Cells[i].Reason = reason
		default:
			return row, fmt.Errorf("%s: no line begins with %q", name, key)
		}
	}
	return row, nil
}
