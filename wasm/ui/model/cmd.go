package model

import (
	"time"

	"closenotify/scenarios/store"
)

// Wait asks for a message after a while.
type Wait struct {
	For time.Duration
	Msg Msg
}

// Focus asks to give the keyboard to the element with this id.
type Focus struct{ ID string }

// ShowPanel asks to scroll to the panels if they are out of sight.
type ShowPanel struct{}

// Copy asks to put a text on the clipboard. Copied answers.
type Copy struct {
	Text string
	What string // for the notice: "Link", "Text", "Bytes"
}

// SyncURL asks to show the link of the stage in the address bar, once the stage has come
// to rest. AddressSynced answers.
type SyncURL struct{}

// Answered tells that a question about a step was answered, and whether that was right.
type Answered struct {
	Step  int
	Right bool
}

// Download asks the browser to save a file.
type Download struct {
	Name string
	Data string // its bytes
}

// StoreSetting asks to store a setting for later visits.
type StoreSetting struct{ Name, Value string }

// StoreStage asks to store a StageText until the tab is closed. RestoreStage takes it after
// a reload.
type StoreStage struct{ Text string }

// ListSaved asks for the saved scenarios. SavedListed answers.
type ListSaved struct{}

// PutSaved asks to store a scenario. SavedPut answers.
type PutSaved struct {
	Saved  store.Saved
	Report string // the first words of the notice: ReportSaved, "Renamed", "Restored", "Duplicated"
}

// The first words of the notice when the stage has been stored. It becomes a new
// saved scenario if another tab has changed the one that it came from.
const (
	ReportSaved      = "Saved"
	ReportSavedAsNew = "Another tab has changed this saved scenario. Saved as a new one,"
)

// AsNewIfChanged is p, for a new saved scenario if another tab has changed the stored one since
// the stage was opened from it.
func (p PutSaved) AsNewIfChanged(stored store.Saved) PutSaved {
	if p.Report == ReportSaved && !stored.Modified.Equal(p.Saved.Modified) {
		p.Saved.ID, p.Saved.Created, p.Report = "", time.Time{}, ReportSavedAsNew
	}
	return p
}

// DeleteSaved asks to delete a scenario. SavedDeleted answers.
type DeleteSaved struct {
	Saved store.Saved
	Raw   string // what is stored of an unreadable scenario, of which Saved has only the ID
}

func (Answered) cmd()     {}
func (Wait) cmd()         {}
func (Focus) cmd()        {}
func (ShowPanel) cmd()    {}
func (Copy) cmd()         {}
func (SyncURL) cmd()      {}
func (Download) cmd()     {}
func (StoreSetting) cmd() {}
func (StoreStage) cmd()   {}
func (ListSaved) cmd()    {}
func (PutSaved) cmd()     {}
func (DeleteSaved) cmd()  {}
