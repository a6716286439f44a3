package model

import (
	"strconv"
	"strings"

	"closenotify/engine/explain"
)

// CodeScene is the branch up to the cursor as a program in C.
type CodeScene struct{ Lines []CodeLine }

// CodeLine is a line of the program.
type CodeLine struct {
	explain.CodeLine
	Current     bool // it is the step under the cursor
	Highlighted bool // it set the flag that is highlighted
}

// codeScene writes the calls down as somebody would have to program them.
func (m *Model) codeScene() CodeScene {
	if m.At == 0 {
		return CodeScene{}
	}
	var c CodeScene
	add := func(lines ...explain.CodeLine) {
		for _, l := range lines {
			c.Lines = append(c.Lines, CodeLine{CodeLine: l})
		}
	}
	add(explain.CodeBegin...)
	first, _ := m.visibleSteps()
	if first > 1 {
		add(explain.CodeLine{Comment: strconv.Itoa(first-1) + " earlier steps", Indented: true})
	}
	highlighted := m.highlightedCause().Step
	for i := first; i <= m.At; i++ {
		c.Lines = append(c.Lines, CodeLine{explain.Code(m.History, m.Path[i]), i == m.At, i == highlighted})
	}
	add(explain.CodeEnd...)
	return c
}

// String is the program as a text that can be compiled.
func (c CodeScene) String() string {
	var b strings.Builder
	for _, l := range c.Lines {
		b.WriteString(l.String() + "\n")
	}
	return b.String()
}
