package model

import "strconv"

// MaxLines is how many lines a text that is pasted into the script editor has at most. There
// is room for the steps of the longest script and as many comments.
const MaxLines = 250_000

// RefuseLines says that a text was not pasted into the script editor, because it has too many
// lines.
type RefuseLines struct{ Lines int }

func (r RefuseLines) update(m *Model) []Cmd {
	return m.notifyError("The text was not pasted. It has " + strconv.Itoa(r.Lines) + " lines, and the editor takes at most " + strconv.Itoa(MaxLines) + " at once.")
}
