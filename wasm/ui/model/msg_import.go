package model

import (
	"errors"
	"strings"

	"closenotify/engine/script"
	"closenotify/scenarios/link"
)

// Import opens what somebody has dropped on the page, pasted into it, or chosen as a file: the text
// of a script, or a link. web/import.js reads it.
type Import struct {
	Name    string // of the file, "" for a text
	Text    string
	Problem string // why it cannot be read, "" if it can
}

// editImported puts a text that cannot be played into the Script panel of a new scenario.
type editImported struct{ text string }

// what says what is imported.
func (i Import) what() string {
	if i.Name == "" {
		return "The text"
	}
	return "\u201c" + script.StripHidden(clipTitle(i.Name)) + "\u201d"
}

func (i Import) update(m *Model) []Cmd {
	text := strings.TrimSpace(i.Text)
	switch {
	case i.Problem != "":
		return i.refuse(m, errors.New(i.Problem), nil)
	case text == "":
		return i.refuse(m, errors.New("it is empty"), nil)
	case i.Name == "" && isAddress(text):
		return i.openLink(m, text)
	}
	d, err := draftFromText(i.Text, m.codes)
	if cmds, ok := m.compileFor(err, i); ok {
		return cmds
	}
	if errors.Is(err, errTooLong) {
		return editImported{i.Text}.update(m)
	}
	if err != nil {
		return i.refuse(m, err, editImported{i.Text})
	}
	return m.openDraft(d, "Opened \u201c"+d.Title()+"\u201d.")
}

// isAddress reports whether a text is a link, not a script.
func isAddress(text string) bool {
	return !strings.ContainsAny(text, " \t\n") && (link.FromText(text) != "" || strings.Contains(text, "/s/"))
}

// openLink opens a link that was pasted.
func (i Import) openLink(m *Model, text string) []Cmd {
	d, err := m.linkedDraft(text)
	if cmds, ok := m.compileFor(err, i); ok {
		return cmds
	}
	if err != nil {
		return m.notifyError("This link cannot be opened: " + err.Error() + ". Nothing was changed.")
	}
	return m.openDraft(d, "")
}

// refuse says why nothing was opened. edit, if there is one, opens the text all the same.
func (i Import) refuse(m *Model, why error, edit Msg) []Cmd {
	n := Notice{Text: i.what() + " cannot be opened: " + why.Error() + ". Nothing was changed.", Error: true, Stays: true}
	if edit != nil {
		n.Label, n.Action = "Edit it in the Script panel", edit
	}
	return m.addNotice(n)
}

func (e editImported) update(m *Model) []Cmd {
	cmds := m.openDraft(m.textDraft(e.text), "")
	m.Pane, m.Sheet = PaneScript, true
	return cmds
}
