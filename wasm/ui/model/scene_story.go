package model

import (
	"closenotify/engine/explain"
	"strconv"
	"strings"
)

// Story is the narration of the step under the cursor.
type Story struct {
	Title  string
	Lines  []string
	Invite bool // nobody has pressed anything yet
}

// storyScene is what to read at the cursor: the scenario's own narration, or else the
// rule that decided the step.
func (m *Model) storyScene() Story {
	if m.At == 0 {
		st := Story{Title: m.Title(), Lines: m.Summary(), Invite: true}
		if len(st.Lines) == 0 {
			st.Lines = []string{openingText(m.Config.Start)}
		}
		return st
	}
	st := Story{Title: "Step " + strconv.Itoa(m.At)}
	if note := m.Note(m.At); note != "" {
		st.Lines = []string{oneParagraph(note)}
		return st
	}
	st.Lines = []string{explain.Reason(m.Step(m.At))}
	return st
}

// openingText says where a connection starts, by the script's word.
func openingText(start string) string {
	switch start {
	case "before":
		return "Nothing has been sent yet. The first call that reads, writes or shakes hands begins the handshake."
	case "tickets":
		return "The handshake is done, and the server's tickets lie unread. Both peers may write, and either may begin to close."
	}
	return "The handshake is done. Both peers may write, and either may begin to close."
}

// oneParagraph is a narration as one paragraph.
func oneParagraph(note string) string { return strings.Join(strings.Fields(note), " ") }
