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

// ListSaved asks for the list of saved scenarios. SavedListed answers.
type ListSaved struct{}

// GetSaved asks for a saved scenario, with which the page then takes Then in again. SavedGot
// answers.
type GetSaved struct {
	ID   string
	Then Msg
}

// PutSaved asks to store a scenario. SavedPut answers.
type PutSaved struct {
	Saved  store.Saved
	Report string // the first words of the notice: ReportSaved, "Renamed", "Restored", "Duplicated"
	Save   int    // the number of the Save, 0 if it is none
}

// The first words of the notice when the stage has been stored. It becomes a new
// saved scenario if another tab has changed the one that it came from.
const (
	ReportSaved      = "Saved"
	ReportSavedAsNew = "Another tab has changed this saved scenario. Saved as a new one,"
)

// AsNew is p for a new saved scenario: another tab has changed the one that was to be replaced.
func (p PutSaved) AsNew() PutSaved {
	p.Saved.ID, p.Saved.Created, p.Saved.Version, p.Report = "", time.Time{}, store.Version{}, ReportSavedAsNew
	return p
}

// DeleteSaved asks to delete a scenario. SavedDeleted answers.
type DeleteSaved struct{ ID string }

// ExportSaved asks to download a file with all saved scenarios. SavedExported answers.
type ExportSaved struct{}

// ReleaseSaved asks to store what was kept when all saved scenarios were deleted. SavedListed
// answers.
type ReleaseSaved struct{}

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
func (GetSaved) cmd()     {}
func (PutSaved) cmd()     {}
func (ExportSaved) cmd()  {}
func (ReleaseSaved) cmd() {}
func (DeleteSaved) cmd()  {}
