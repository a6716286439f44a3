package model

import (
	"errors"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/capture"
)

// ShowRecord opens the Bytes panel on a record. With ID 0 the panel shows whichever
// record the step at the cursor moves. Step is the step that began the record: a cursor
// before it goes there.
type ShowRecord struct {
	ID   engine.RecordID
	Step int
}

// CopyBytes copies the record in the Bytes panel as hexadecimal text.
type CopyBytes struct{}

// ExportCapture downloads the branch on the stage as a pcapng file.
type ExportCapture struct{}

// FocusField gives the keyboard to the explanation of field N of the record, FocusBytes
// to its bytes.
type (
	FocusField struct{ N int }
	FocusBytes struct{ N int }
)

func (s ShowRecord) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Pane, m.Sheet, m.ShownRecord = PaneBytes, true, s.ID
	if s.Step > m.At {
		m.jumpTo(s.Step)
	}
	return nil
}

func (f FocusField) update(*Model) []Cmd { return []Cmd{Focus{FieldID(f.N)}} }
func (f FocusBytes) update(*Model) []Cmd { return []Cmd{Focus{FieldBytesID(f.N)}} }

// FieldID is the id of the element that explains a field.
func FieldID(n int) string { return "field-" + strconv.Itoa(n) }

// FieldBytesID is the id of the element with a field's bytes, or with the first of them.
func FieldBytesID(n int) string { return "run-" + strconv.Itoa(n) }

func (CopyBytes) update(m *Model) []Cmd {
	log := m.derived.records
	if log == nil {
		return nil
	}
	i := log.shownIndex(m.ShownRecord, m.At)
	if i < 0 {
		return m.notify("Nothing has been sent yet.")
	}
	b := log.conn.RecordBytes(log.records[i].record)
	_, flipped := m.byteStates(log.records[i], len(b.Wire))
	return []Cmd{Copy{hexDump(flipBits(b.Wire, flipped)), "Bytes"}}
}

func (ExportCapture) update(m *Model) []Cmd {
	steps := make([]engine.Step, m.Len())
	for i := range steps {
		steps[i] = m.Step(i + 1)
	}
	var out cappedText
	if err := capture.Write(&out, m.Config, strings.Join(m.Intro, "\n"), steps); err != nil {
		return m.notifyError("The capture is too large for a browser: " + err.Error() + ". The command trace -pcapng writes it to a file.")
	}
	return []Cmd{Download{fileName(m.Title()) + ".pcapng", out.String()}}
}

// maxCapture is the largest capture that the page makes, in bytes.
const maxCapture = 64 << 20

// cappedText collects what is written, up to maxCapture bytes.
type cappedText struct{ strings.Builder }

// Write fails, and writes nothing, if b does not fit.
func (c *cappedText) Write(b []byte) (int, error) {
	if c.Len()+len(b) > maxCapture {
		return 0, errors.New("more than 64 MiB")
	}
	return c.Builder.Write(b)
}

// fileName makes the name of a file from a title: letters, digits and dashes.
func fileName(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	name := strings.Join(words, "-")
	if name == "" {
		return "close-notify"
	}
	return name[:min(len(name), 60)]
}

// msgFromRecord reads "3 7": a record, and the step that began it.
func msgFromRecord(_ *Model, arg, _ string) (Msg, bool) {
	id, step, _ := strings.Cut(arg, " ")
	n, err := strconv.ParseUint(id, 10, 32)
	if err != nil {
		return nil, false
	}
	at, err := strconv.Atoi(step)
	return ShowRecord{engine.RecordID(n), at}, err == nil
}
