package conformance

import (
	"fmt"
	"strings"
)

// Recording is a script and what a real library did with it.
type Recording struct {
	Head  string   // the directives, one in a line
	Steps []string // without comments
	Trace []string // a JSON object for each step, without wire if that is not compared

	// Shared is how many first steps the recording shares with the previous one in its
	// file, directives and trace included.
	Shared int
}

// Script returns the text of the script.
func (r Recording) Script() string {
	return r.Head + strings.Join(r.Steps, "\n") + "\n"
}

// Record runs the script and returns it with its trace.
func (h *Harness) Record(script string) (Recording, error) {
	trace, err := h.Run(script)
	if err != nil {
		return Recording{}, err
	}
	return NewRecording(script, trace), nil
}

// NewRecording returns the recording of a script with this trace.
func NewRecording(script string, trace []string) Recording {
	head, steps := splitScript(script)
	return Recording{Head: head, Steps: steps, Trace: trace}
}

// rows parses the trace. It is an error if the file format would not give back the same
// lines.
func (r Recording) rows() ([]row, error) {
	if len(r.Trace) != len(r.Steps) {
		return nil, fmt.Errorf("conformance: %d steps, but %d in the trace of\n%s", len(r.Steps), len(r.Trace), r.Script())
	}
	wire := WireIsCompared(r.Script())
	rows := make([]row, len(r.Trace))
	for i, line := range r.Trace {
		var err error
		if rows[i], err = parseRow(line, wire); err != nil {
			return nil, fmt.Errorf("conformance: %w in %s", err, line)
		}
		if !wire {
			line = WithoutWire(line)
		}
		if again := rows[i].json(i+1, r.Steps[i]); again != line {
			return nil, fmt.Errorf("conformance: cannot record\n%s\nbecause it would be read as\n%s", line, again)
		}
	}
	return rows, nil
}

// WithoutWire returns the line of a trace without the key wire.
func WithoutWire(line string) string {
	from, to := strings.Index(line, `,"wire":`), strings.Index(line, `,"records":`)
	if from < 0 || to < from {
		return line
	}
	return line[:from] + line[to:]
}
