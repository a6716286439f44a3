package model

import (
	"strings"

	"closenotify/scenarios/store"
)

// SavedListed, SavedPut and SavedDeleted are the answers of the store to ListSaved, PutSaved
// and DeleteSaved. Err says what went wrong, "" for nothing.
type (
	SavedListed struct {
		Listing store.Listing
		Err     string
	}
	SavedPut struct {
		Saved  store.Saved
		Report string // as in PutSaved
		Err    string
	}
	SavedDeleted struct {
		DeleteSaved
		Err string
	}
)

// StoreUnavailable says why nothing can be stored for later visits; Why is "" if it can.
type StoreUnavailable struct{ Why string }

func (l SavedListed) update(m *Model) []Cmd {
	if l.Err != "" {
		return m.notifyError("The saved scenarios cannot be read: " + l.Err)
	}
	m.Saved.Known, m.Saved.Items, m.Saved.Damaged = true, l.Listing.Saved, l.Listing.Damaged
	return nil
}

func (s SavedPut) update(m *Model) []Cmd {
	m.saving = false
	if s.Err != "" {
		return m.notifyError("Not saved: " + s.Err + ". The stage is unchanged; " + m.otherWayToKeep() + ".")
	}
	n := Notice{Text: s.Report + " \u201c" + s.Saved.Title + "\u201d."}
	if s.Report == ReportSaved || s.Report == ReportSavedAsNew {
		m.SavedID, m.Dirty = s.Saved.ID, false
		n.Label, n.Action = "Rename", renameInList{s.Saved.ID}
		if len(m.Editor.Errors) > 0 {
			n.Text += " The text with the error in it was left out."
		}
		if m.Saved.Unavailable != "" {
			n.Text += " It will be gone when this page is closed (" + m.Saved.Unavailable + ")."
		}
	}
	if s.Saved.ID == m.SavedID {
		m.SavedAt = s.Saved.Modified
	}
	cmds := m.addNotice(n)
	return append(cmds, ListSaved{})
}

// otherWayToKeep says how a person can keep the scenario without the store.
func (m *Model) otherWayToKeep() string {
	if _, _, err := m.Address(); err != nil {
		return "copy the text of the Script pane"
	}
	return "Share gives a link that holds it"
}

func (d SavedDeleted) update(m *Model) []Cmd {
	if d.Err != "" {
		return m.notifyError("Not deleted: " + d.Err)
	}
	if d.Saved.ID == m.SavedID {
		m.Dirty = true
	}
	if d.Raw != "" {
		cmds := m.addNotice(Notice{Text: "Deleted the unreadable scenario.", Label: "Copy what it held", Action: copyDeletedText{d.Raw}})
		return append(cmds, ListSaved{})
	}
	cmds := m.addNotice(Notice{Text: "Deleted \u201c" + d.Saved.Title + "\u201d.", Label: "Undo", Action: Restore{d.Saved}})
	return append(cmds, ListSaved{})
}

func (s StoreUnavailable) update(m *Model) []Cmd {
	m.Saved.Unavailable = strings.TrimSuffix(s.Why, ".")
	return nil
}

// renameInList opens the list of saved scenarios with the title of one of them to be edited.
type renameInList struct{ id string }

func (r renameInList) update(m *Model) []Cmd {
	m.Dialog = "saved"
	return StartRename{r.id}.update(m)
}

// copyDeletedText copies what was stored of a deleted scenario.
type copyDeletedText struct{ raw string }

func (c copyDeletedText) update(m *Model) []Cmd { return []Cmd{Copy{c.raw, "Text"}} }
