package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
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
