package model

import (
	"strconv"
	"strings"

	"closenotify/engine/explain"
)

// Story is the narration of the step under the cursor.
type Story struct {
	Title      string
	Lines      []string
	WrittenFor string // a sentence that names the release and version that the scenario's own text is about, if the stage has others; else ""
	Step       int    // whose caption it is, 0 before the first step
	Editing    bool   // the caption is being edited
	Caption    string // what is edited
	Invite     bool   // the cursor is before the first step: invite the reader to take it
	Empty      bool   // there is no step: invite the reader to make a call
}

// storyScene is the scenario's own narration of the step. A step without one is described
// by the rule that decided it.
func (m *Model) storyScene() Story {
	if m.At == 0 {
		st := Story{Title: m.Title(), Lines: m.Summary(), Invite: m.Len() > 0 && !m.Opening && m.Ask.Question.stage == notOpen, Empty: m.Len() == 0 && m.task == nil}
		switch {
		case len(st.Lines) == 0:
			st.Lines = []string{openingText(m.Config.Start)}
		case m.covers():
			st.Lines = m.askSummary()
		case m.Config != m.WrittenFor:
			st.WrittenFor = "Written for " + configLabel(m.WrittenFor) + "."
		}
		return st
	}
	st := Story{Title: "Step " + strconv.Itoa(m.At), Step: m.At}
	if m.isCaptioned() {
		st.Editing, st.Caption = true, m.caption()
	}
	note, outdated := m.narration(m.At)
	if outdated {
		st.WrittenFor = "The caption was written for " + configLabel(m.WrittenFor) + ", where this step has another outcome."
	}
	if note != "" {
		st.Lines = []string{oneParagraph(note)}
		return st
	}
	st.Lines = []string{explain.Why(m.Step(m.At))}
	return st
}

// openingText tells of the start of a connection, a value of engine.Config.Start.
func openingText(start string) string {
	switch start {
	case "before":
		return "Nothing has been sent yet. The first call that reads, writes or does a handshake starts the handshake."
	case "tickets":
		return "The handshake is done, and the server's session tickets are unread. Both peers may write, and either may close first."
	}
	return "The handshake is done. Both peers may write, and either may close first."
}

// oneParagraph joins the lines of a narration.
func oneParagraph(note string) string { return strings.Join(strings.Fields(note), " ") }
