package model

import (
	"strconv"
	"strings"

	"closenotify/engine/explain"
)

// Printed is what a print has besides the drawing.
type Printed struct {
	Title, Connection string // the scenario; release, version, start and transport
	Summary           string
	Steps             []PrintedStep
}

// PrintedStep is a step in a sentence, with its narration, "" for none.
type PrintedStep struct{ Sentence, Caption string }

// maxPrinted is how many steps are printed: more would be a book.
const maxPrinted = 500

// Printed tells all steps, not only those in sight. It is asked for when the page is printed.
func (m *Model) Printed() Printed {
	c := m.Config
	p := Printed{Title: m.Title(), Summary: strings.Join(m.Summary(), " "),
		Connection: configLabel(c) + ". Start: " + startWords[c.Start] + ". Transport: " + c.Transport + "."}
	if m.covers() {
		p.Summary = ""
	}
	for i := 1; i <= min(m.Len(), maxPrinted); i++ {
		if m.hides(i) {
			p.Steps = append(p.Steps, PrintedStep{Sentence: strconv.Itoa(i) + ". " + explain.CallSentence(m.Step(i)) + "."})
			continue
		}
		caption, _ := m.narration(i)
		p.Steps = append(p.Steps, PrintedStep{strconv.Itoa(i) + ". " + explain.Sentence(m.History, m.Path[i]), oneParagraph(caption)})
	}
	return p
}
