package model

import (
	"strconv"

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
	return text + explain.Line(m.Step(m.At))
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
