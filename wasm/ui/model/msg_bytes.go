package model

import (
	"errors"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/capture"
)

// ShowRecord opens the Bytes panel on a record, or, with ID 0, on whichever record
// the cursor's step moves. A cursor in front of the step that began it goes there.
type ShowRecord struct {
	ID   engine.RecordID
	Step int
}

// CopyBytes puts the record in the Bytes panel on the clipboard.
type CopyBytes struct{}

// ExportCapture makes a capture of the branch on the stage.
type ExportCapture struct{}

// FocusField gives the keyboard to the explanation of a run of bytes; FocusBytes goes the
// other way.
type (
	FocusField struct{ N int }
	FocusBytes struct{ N int }
)

// Download asks the browser to keep a file.
type Download struct {
	Name string
	Data string
}

func (Download) cmd() {}

func (s ShowRecord) update(m *Model) []Cmd {
	m.stopPlaying()
	m.Pane, m.ShownRecord = PaneBytes, s.ID
	if s.Step > m.At {
		m.jumpTo(s.Step)
	}
	return nil
}

func (t FocusField) update(*Model) []Cmd { return []Cmd{Focus{FieldID(t.N)}} }
func (t FocusBytes) update(*Model) []Cmd { return []Cmd{Focus{RunID(t.N)}} }

// FieldID is the id of an explanation, RunID that of the first of its bytes.
func FieldID(n int) string { return "field-" + strconv.Itoa(n) }

// RunID is the id of the first run of a field's bytes.
func RunID(n int) string { return "run-" + strconv.Itoa(n) }

func (CopyBytes) update(m *Model) []Cmd {
	t := m.derived.records
	if t == nil {
		return nil
	}
	at := t.shownIndex(m.ShownRecord, m.At)
	if at < 0 {
		return m.notify("Nothing has been sent yet.")
	}
	b := t.conn.Bytes(t.records[at].record)
	_, flipped := m.byteStates(t.records[at], len(b.Wire))
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

// cappedText is a text that does not grow for ever.
type cappedText struct{ strings.Builder }

// maxCapture is the largest capture that the page makes, bytes.
const maxCapture = 64 << 20

// Write fails where the limit is passed.
func (l *cappedText) Write(b []byte) (int, error) {
	if l.Len()+len(b) > maxCapture {
		return 0, errors.New("more than 64 MiB")
	}
	return l.Builder.Write(b)
}

// fileName is a title as the name of a file: letters, digits and dashes.
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

// msgFromRecord reads "3 7": a record and the step that began it.
func msgFromRecord(_ *Model, arg, value string) (Msg, bool) {
	id, step, _ := strings.Cut(arg, " ")
	n, bad := strconv.ParseUint(id, 10, 32)
	at, err := strconv.Atoi(step)
	return ShowRecord{engine.RecordID(n), at}, bad == nil && err == nil
}
