package model

import (
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// StartCaption lets a person edit the caption of the current step on the stage. SetCaption
// keeps what was typed, and StopCaption leaves the caption as it was.
type (
	StartCaption struct{}
	SetCaption   struct{ Text string }
	StopCaption  struct{}
)

// The ids of the field for a caption, and of the button that opens it.
const (
	CaptionFieldID  = "caption-text"
	CaptionButtonID = "edit-caption"
)

func (StartCaption) update(m *Model) []Cmd {
	if m.At == 0 {
		return nil
	}
	m.stopPlaying()
	m.endTyping()
	m.captioned = m.At
	return []Cmd{Focus{CaptionFieldID}}
}

func (StopCaption) update(m *Model) []Cmd {
	m.captioned = 0
	return []Cmd{Focus{CaptionButtonID}}
}

func (s SetCaption) update(m *Model) []Cmd {
	if !m.isCaptioned() { // a field that Escape has removed reports its change, too
		return nil
	}
	text := oneParagraph(script.StripHidden(s.Text))
	if text != m.caption() {
		id := m.Path[m.At]
		note := script.JoinNote(m.withCaption(text))
		m.Notes = cloneOrNew(m.Notes)
		setOrDelete(m.Notes, id, note)
		m.Path, m.Dirty = slices.Clone(m.Path), true // a new Path says that the branch has changed
	}
	return StopCaption{}.update(m)
}

// isCaptioned reports whether the caption of the current step is being edited.
func (m *Model) isCaptioned() bool { return m.captioned > 0 && m.captioned == m.At }

// hasOwnCaption reports whether the caption of the current step is one for the configuration
// on the stage only: its comments are about another one, under which it does something else.
func (m *Model) hasOwnCaption() bool {
	return m.Config != m.WrittenFor && !m.fitsWritten(m.At, script.Narration(m.Notes[m.Path[m.At]], engine.Config{}))
}

// caption is the caption that can be edited, as one paragraph.
func (m *Model) caption() string {
	note := m.Notes[m.Path[m.At]]
	if m.hasOwnCaption() {
		return oneParagraph(script.CaptionsFor(note, m.Config))
	}
	return oneParagraph(script.JoinNote(slices.DeleteFunc(script.SplitNote(note), script.IsCaption)))
}

// withCaption is the lines of the note of the current step with another caption.
func (m *Model) withCaption(text string) []string {
	begin := ""
	own := m.hasOwnCaption()
	if own {
		begin = "#[" + m.Config.Profile + " " + m.Config.Version.String() + "] "
	}
	lines := slices.DeleteFunc(script.SplitNote(m.Notes[m.Path[m.At]]), func(line string) bool {
		if own {
			return script.CaptionsFor(line, m.Config) != ""
		}
		return !script.IsCaption(line)
	})
	return append(inLines(text, begin), lines...)
}

// inLines breaks a text into lines that fit into an editor, each with the same beginning.
func inLines(text, begin string) []string {
	const most = 90
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && len(lines[last])+1+len(word) <= most {
			lines[last] += " " + word
		} else {
			lines = append(lines, begin+word)
		}
	}
	return lines
}
