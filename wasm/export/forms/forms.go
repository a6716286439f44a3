// Package forms writes what the page offers to save or copy: the formats of package export, and
// those that need more than a script. It also writes the questions about a script for the page itself.
package forms

import (
	"bytes"
	"errors"
	"strings"

	"closenotify/engine"
	"closenotify/engine/capture"
	"closenotify/engine/export"
	"closenotify/engine/script"
	"closenotify/scenarios/answer"
)

// The forms that are not in package export, and what their text is.
const (
	Issue  = "issue"  // an answer for an issue thread: the link, a line break, the script
	Pcapng = "pcapng" // a capture for Wireshark: the script
	QR     = "qr"     // a QR code as SVG: any text
	// The questions that can be asked about a script, as an explained.Table: the script.
	Questions = "questions"
)

// Write writes a text in a form: one of those above, or the name of an export.Format, whose text is
// a script. start compiles the programs of a script. The error says why it has no such form, in
// words that follow a colon.
func Write(form, text string, start func(script.Script) (engine.World, error)) ([]byte, error) {
	switch form {
	case Issue:
		link, text, _ := strings.Cut(text, "\n")
		s, err := script.Parse(text)
		if err != nil {
			return nil, err
		}
		written, err := answer.Markdown(s, link, start)
		return []byte(written), err
	case Pcapng:
		return writeCapture(text, start)
	case QR:
		return writeQR(text)
	case Questions:
		return writeQuestions(text, start)
	}
	return export.Script(form, text, start)
}

// maxCapture is the largest capture that is made for a page, in bytes.
const maxCapture = 64 << 20

func writeCapture(text string, start func(script.Script) (engine.World, error)) ([]byte, error) {
	p, err := export.PlayText(text, start)
	if err != nil {
		return nil, err
	}
	steps := make([]engine.Step, len(p.Steps))
	for i := range steps {
		steps[i] = p.History.Step(p.Path[i+1])
	}
	var out cappedBuffer
	if err := capture.Write(&out, p.History.World(p.Path[0]).Config(), strings.Join(p.Script.Intro, "\n"), steps); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// cappedBuffer collects what is written, up to maxCapture bytes.
type cappedBuffer struct{ bytes.Buffer }

// Write fails, and writes nothing, if b does not fit.
func (c *cappedBuffer) Write(b []byte) (int, error) {
	if c.Len()+len(b) > maxCapture {
		return 0, errors.New("it is larger than 64 MiB, which is too much for a browser; the command trace -pcapng writes it to a file")
	}
	return c.Buffer.Write(b)
}
