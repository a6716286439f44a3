package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// statusLine says where the cursor is and what happened there.
func (m *Model) statusLine() string {
	if m.Len() == 0 {
		return "no steps yet: press a call to take the first"
	}
	text := "step " + strconv.Itoa(m.At) + " of " + strconv.Itoa(m.Len()) + ": "
	if m.At == 0 {
		return text + "step forward to begin"
	}
	step := m.Step(m.At)
	line := explain.Line(step)
	if explain.Misleading(step) { // Why says what SSL_get_error would return
		line, _, _ = strings.Cut(line, " SSL_ERROR_")
		line += ", half done"
	}
	return text + line
}

// spokenLine is what a screen reader says of the step at the cursor: the whole sentence about
// it, the caption, and at the end of a shipped scenario what was seen. Before the first step
// it is what the scenario is about.
func (m *Model) spokenLine() string {
	if m.At == 0 {
		return m.spokenOpening()
	}
	said := []string{"Step " + strconv.Itoa(m.At) + " of " + strconv.Itoa(m.Len()) + ".", explain.Sentence(m.History, m.Path[m.At])}
	if note, _ := m.narration(m.At); note != "" {
		said = append(said, oneParagraph(note))
	}
	card := m.closingCard()
	if card.Completed {
		said = append(said, "This was the last step.")
	}
	if card.Text != "" {
		said = append(said, card.Text)
	}
	return strings.Join(said, " ")
}

// spokenOpening is what a screen reader says before the first step.
func (m *Model) spokenOpening() string {
	summary := m.Summary()
	if m.covers() {
		summary = m.askSummary()
	}
	said := append([]string{m.Title() + "."}, summary...)
	if m.Len() == 0 {
		return strings.Join(append(said, "There are no steps yet. Make a call to begin."), " ")
	}
	return strings.Join(append(said, countOf(m.Len(), "step")+"."), " ")
}

// flagCause says what set a flag, "" if nothing on the branch did.
func (m *Model) flagCause(c engine.Cause) string {
	if c.Step < 1 || c.Step > m.Len() {
		return ""
	}
	return explain.FlagCause(m.Step(c.Step), c)
}

// stepName names a step in a sentence: "step 3".
func stepName(i int) string { return "step " + strconv.Itoa(i) }

// countOf is a number of things in words: "1 step", "3 steps".
func countOf(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
