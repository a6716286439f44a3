// Package store keeps the scenarios that a person saves, in the browser's IndexedDB or in
// memory.
//
// A script is stored as text. What its words mean can change with a new version of the
// page, so each record has the number of a schema, and a record of an older schema is
// brought to the newest one when it is read; see currentSchema.
package store

import (
	"context"
	"errors"
)

// Store keeps the scenarios that a person has saved, one record for each ID. There are
// two, NewMemory and, in a browser, IndexedDB; the same tests hold for both, and for a Keeper
// around them. Any number of goroutines may use a Store.
//
// An error leaves everything stored as it was, with one exception: when the context of Put
// or Delete ends, the change may have been made; List says so.
type Store interface {
	// List returns everything stored, most recently modified first.
	List(ctx context.Context) (Listing, error)
	// Get returns one scenario. The error is ErrNotFound, or a Damaged if there is a
	// record with that ID which cannot be read.
	Get(ctx context.Context, id string) (Saved, error)
	// Put stores s and returns the stored form: its title cleaned as by
	// CleanTitle, and with a new Version. Without an ID it is a new scenario and gets
	// one; with an ID it replaces the record of that ID, or brings it back after a
	// Delete. A zero Created becomes now. The error for what does not fit is an
	// *InvalidError.
	//
	// The record that is replaced must be the one that s comes from, with its Version.
	// If another tab has changed it, the error is ErrChanged. There is no error if
	// the stored one has the same content as s; it is then returned.
	Put(ctx context.Context, s Saved) (Saved, error)
	// Delete removes the record of that ID, also a damaged one, and returns what it held. It
	// is not an error if there is none: another tab may have deleted it. Put of the Saved
	// undoes it.
	Delete(ctx context.Context, id string) (Deleted, error)
}

// Listing is everything in a Store.
type Listing struct {
	Entries    []Entry   // most recently modified first
	Damaged    []Damaged // in the order of their keys
	Waiting    []Entry   // what only a Keeper holds, as Keeper.List says
	Stored     []Stored  // what was waiting, and has just been stored
	Persistent bool      // the browser promises not to delete them when the disk is full
}

// Stored is what became of a scenario that was waiting. It has another ID if another tab has changed
// the scenario that it was to replace.
type Stored struct {
	ID string // as it waited
	As Entry
}

// Deleted is what Delete has removed.
type Deleted struct {
	Saved Saved  // the zero Saved if there was none
	Raw   string // the whole record, if it could not be read
}

// Damaged is a stored record that cannot be read. It stays in the Store until it is
// deleted. It is also the error that Get returns for its ID.
type Damaged struct {
	ID  string // what Delete takes
	Why string // what is wrong with it: "title is a number, not a string"
	Raw string // the record, in JSON if it can be written in it; at most 100,000 characters; only of the first 20
}

// Error says which record cannot be read, and why.
func (d Damaged) Error() string {
	return "saved scenario " + d.ID + " cannot be read: " + d.Why
}

var (
	// ErrNotFound means that no record has the ID asked for.
	ErrNotFound = errors.New("no such saved scenario")
	// ErrChanged means that the stored scenario is not the one that was to be replaced.
	ErrChanged = errors.New("another tab has changed it")
	// ErrUnavailable means that this browser keeps no data for this page at the
	// moment: a private window, blocked storage, or another tab that blocks the
	// database. The error that wraps it has the browser's reason. A Keeper holds what is
	// put meanwhile, as long as the page is open.
	ErrUnavailable = errors.New("saved scenarios are not available in this browser")
	// ErrNewer comes with ErrUnavailable when a newer version of this page has written
	// the database. It can be read and exported, but nothing in it is changed.
	ErrNewer = errors.New("a newer version of this page has written them. If a reload does not bring that version, export them")
	// ErrFull means that the browser has no more room for this page's data.
	ErrFull = errors.New("no room left for saved scenarios in this browser")
)

// InvalidError says which field of a Saved does not fit, and why.
type InvalidError struct {
	Field string // "ID", "Title", "Script", "Step", "Created" or "Modified"
	Why   string // "is empty"
}

// Error gives both: "title is empty".
func (e *InvalidError) Error() string { return fieldNames[e.Field] + " " + e.Why }

// fieldNames are the fields' names for people.
var fieldNames = map[string]string{
	"ID": "ID", "Title": "title", "Script": "script", "Step": "step",
	"Created": "date of creation", "Modified": "date of change",
}
