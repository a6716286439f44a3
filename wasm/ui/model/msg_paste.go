package model

import (
	"strconv"

	"closenotify/engine/script"
)

// maxLines is how many lines a text that is pasted into the script editor has at most. There
// is room for the steps of the longest script and as many comments.
const maxLines = 250_000

// CanPaste reports whether the script editor takes a text of so many bytes and lines. With
// more, a browser is busy for many seconds before the text can be refused.
func CanPaste(bytes, lines int) bool { return bytes <= script.MaxLength && lines <= maxLines }

// RefusePaste says that a text was not pasted into the script editor, because it is too long.
type RefusePaste struct{ Bytes, Lines int }

func (r RefusePaste) update(m *Model) []Cmd {
	has, most := strconv.Itoa(r.Bytes)+" bytes", script.MaxLength
	if r.Lines > maxLines {
		has, most = strconv.Itoa(r.Lines)+" lines", maxLines
	}
	return m.notifyError("The text was not pasted. It has " + has + ", and the editor takes at most " + strconv.Itoa(most) + " at once.")
}
