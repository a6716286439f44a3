// Package store keeps the scenarios that a person saves.
package store

import (
	"context"
	"errors"
)

// Store keeps the scenarios that a person has saved, one record an ID. It has
// two forms that obey the same contract test: NewMemory and, in a browser,
// OpenIndexedDB. Any number of goroutines may use one.
//
// An error leaves what is stored unchanged. When the context of Put or Delete
// ends early the change is taken back if the browser still can; List then tells.
type Store interface {
	// List returns everything stored, newest modified first.
	List(ctx context.Context) (Listing, error)
	// Get returns one scenario, ErrNotFound, or a Damaged when there is a
	// record of that ID but it cannot be read.
	Get(ctx context.Context, id string) (Saved, error)
	// Put stores s and returns it as stored: with a title made clean, and
	// Modified set to now. An empty ID means a new scenario, which gets an ID; a
	// given one replaces the record of that ID or, after a Delete, brings it
	// back. A zero Created means now. What does not fit is refused with an
	// *InvalidError.
	Put(ctx context.Context, s Saved) (Saved, error)
	// Delete removes the record of that ID, a damaged one too. That there is
	// none is not an error: another tab may have been faster. Put of the same
	// Saved undoes it.
	Delete(ctx context.Context, id string) error
}

// Listing is what a Store holds.
type Listing struct {
	Saved   []Saved   // newest modified first
	Damaged []Damaged // in the order of their keys
}

// Damaged is a stored record that cannot be read. It stays where it is until
// the person deletes it. As an error it is what Get returns for its ID.
type Damaged struct {
	ID  string // what Delete takes
	Why string // what is wrong with it: "title is a number, not a string"
	Raw string // all that is stored, as JSON where it can be, for an export
}

// Error says which record cannot be read, and why.
func (d Damaged) Error() string {
	return "saved scenario " + d.ID + " cannot be read: " + d.Why
}

var (
	// ErrNotFound means that no record has the ID asked for.
	ErrNotFound = errors.New("no such saved scenario")
	// ErrUnavailable means that this browser keeps no data for this page now
	// (private window, blocked storage, another tab in the way). The error
	// around it says what the browser said. A memory store works in its place
	// for as long as the page is open.
	ErrUnavailable = errors.New("saved scenarios are not available in this browser")
	// ErrNewer comes with ErrUnavailable when a newer version of this page has
	// written the database. It is left alone; loading the page anew helps.
	ErrNewer = errors.New("a newer version of this page has written them: reload the page")
	// ErrFull means that the browser has no room left for this page's data.
	ErrFull = errors.New("no room left for saved scenarios in this browser")
)

// InvalidError says which field of a Saved was refused, and why.
type InvalidError struct {
	Field string // "ID", "Title", "Script", "Step", "Created" or "Modified"
	Why   string // "is empty"
}

// Error joins the field and the reason: "title is empty".
func (e *InvalidError) Error() string { return fieldNames[e.Field] + " " + e.Why }

// fieldNames are for a person to read: ID is the one that keeps its case.
var fieldNames = map[string]string{
	"ID": "ID", "Title": "title", "Script": "script", "Step": "step",
	"Created": "date of creation", "Modified": "date of change",
}
