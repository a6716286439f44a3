package model

import (
	"strings"

	"closenotify/engine/explain"
	"closenotify/engine/script"
)

// CopyStep copies what the step at the cursor did, as trace prints it. CopyError copies its error:
// the names, the error queue, the advice and the right code.
type (
	CopyStep  struct{}
	CopyError struct{}
)

func (CopyStep) update(m *Model) []Cmd {
	if m.At == 0 {
		return nil
	}
	return []Cmd{Copy{string(script.AppendText(nil, m.Step(m.At), m.World())), "Step"}}
}

func (CopyError) update(m *Model) []Cmd {
	e, ok := explain.ErrorOf(m.History, m.Path[m.At])
	if !ok {
		return nil
	}
	title := e.Name
	if e.Constant != "" {
		title += ", " + e.Constant
	}
	if e.Errno != "" {
		title += ", errno " + e.Errno
	}
	lines := append([]string{title}, e.Queue...)
	return []Cmd{Copy{strings.Join(append(lines, "", e.Advice.Text, "", e.Advice.Code), "\n") + "\n", "Error"}}
}
