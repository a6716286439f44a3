package model

import (
	"closenotify/scenarios/store"
	"time"
)

// Wait asks for a message after a while.
type Wait struct {
	For time.Duration
	Msg Msg
}

// Focus asks that the element with this id gets the keyboard.
type Focus struct{ ID string }

// Copy asks that a text goes to the clipboard; Copied tells how it went.
type Copy struct {
	Text string
	What string // for the notice: "link", "text"
}

// SyncURL asks that the address bar shows the link of the stage, soon.
type SyncURL struct{}

// StoreSetting asks that a setting outlives the visit.
type StoreSetting struct{ Name, Value string }

// ListSaved asks for the saved scenarios; Listed answers.
type ListSaved struct{}

// PutSaved asks to store a scenario; Stored answers.
type PutSaved struct {
	Saved  store.Saved
	Report string // what the notice says: ThenSaved, "Renamed", "Restored", "Duplicated"
}

// What the notice says when the stage has been stored: in its record, or in a new
// one, since another tab has changed the record and that is not to be lost.
const (
	ReportSaved      = "Saved"
	ReportSavedAsNew = "Another tab has changed this saved scenario. Saved as a new one,"
)

// AsNewIfChanged is p for a new record if the one that it would replace is not the one that
// the stage came from.
func (p PutSaved) AsNewIfChanged(stored store.Saved) PutSaved {
	if p.Report == ReportSaved && !stored.Modified.Equal(p.Saved.Modified) {
		p.Saved.ID, p.Saved.Created, p.Report = "", time.Time{}, ReportSavedAsNew
	}
	return p
}

// DeleteSaved asks to delete a scenario; Dropped answers.
type DeleteSaved struct {
	Saved store.Saved
	Raw   string // of a damaged record, which has nothing but its ID in Saved
}

func (Wait) cmd()         {}
func (Focus) cmd()        {}
func (Copy) cmd()         {}
func (SyncURL) cmd()      {}
func (StoreSetting) cmd() {}
func (ListSaved) cmd()    {}
func (PutSaved) cmd()     {}
func (DeleteSaved) cmd()  {}
