package model

import (
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// Model is everything the page knows. Update returns a new one; nothing in it is
// written in place.
type Model struct {
	Draft
	Library  scenarios.Library // as far as it has been fetched
	Shelved  []Draft           // unsaved scenarios that another one replaced on the stage, newest last
	Undoable []Draft           // what Undo brings back, newest last
	Redoable []Draft           // what Redo brings back, newest last

	Playing bool
	running running // of programs
	Speed   float64 // of playing; 1 is normal
	playID  int     // changes whenever playing starts or stops, so an old Tick is known
	Flight  Flight

	Pane    Pane
	Opening bool // a shipped scenario was opened, and nothing has been done in it yet
	Ask     Ask
	Today   int  // the day, in this time zone, counted from 1970
	Present bool // only the drawing is shown, in large type
	Sheet   bool // the panel is open on a phone, where it covers the stage
	// ProgramSheet says that the programs are open there.
	ProgramSheet                bool
	Menu                        Menu
	captioned                   int // the step whose caption is being edited, 0 for none
	Sizes                       Sizes
	Highlight                   Highlight
	Other                       OtherRun
	compareLink, compareProblem string // as in CompareScene
	Compiling                   Compiling
	exporting                   exporting
	Code                        ProgramEditor
	All                         AllRuns
	written                     run    // of the configuration that the comments were written for
	Dialog                      string // "", "help", "share" or "saved"
	Link                        string // the last link that was made, for the share dialog; "" if there is none
	Sharing                     Sharing

	Saved       SavedList
	saves       int // all Saves so far, for their numbers
	Notices     []Notice
	noticeCount int // all notices so far, for their numbers

	Theme  string // "auto", "light" or "dark"
	Motion string // "auto" or "off"
	Future string // "hidden" or "shown": what the steps after the cursor will do
	Static bool   // the page is drawn for readers without the program: the transcript tells all
	Keys   string // "on", or "off" while single letters do nothing (WCAG 2.1.4)

	Status      string // what a screen reader says now
	BaseURL     string // "https://host" and the path of the site, for links
	siteUpdated bool   // the site has another build than this page
	visited     Visit  // what the address bar says
	inAddress   bool   // the address bar holds the branch on the stage
	opened      int    // how often another scenario was put on the stage
	left        left   // what a reload has left and is not restored yet
	awaited     bool   // what the address bar says is not on the stage yet: its programs are being compiled
	late        bool   // somebody has changed the stage since then
	isNew       bool   // another scenario was opened than the address bar says, and not by the address bar

	openingEnded bool // somebody has closed an opening card: a lesson that the page begins with, and that comes late, brings no new one

	task    *task   // the challenge on the stage, nil for none
	derived derived // computed from Path by derive
}

// Pane is one of the panels beside the stage.
type Pane string

// The panels.
const (
	PaneWhy        Pane = "why"
	PaneBytes      Pane = "bytes"
	PaneState      Pane = "state"
	PaneScript     Pane = "script"
	PaneTranscript Pane = "transcript"
	PaneCode       Pane = "code"
	PaneCompare    Pane = "compare"
	PaneTree       Pane = "tree"
)

// Panes lists the panels: first those that always have a tab, then MorePanes.
var Panes = []Pane{PaneWhy, PaneBytes, PaneState, PaneScript, PaneCode, PaneCompare, PaneTree, PaneTranscript}

// MorePanes are the panels that have no tab while they are not open.
var MorePanes = Panes[4:]

// TabsWith lists the panels that have a tab while open is the open one.
func TabsWith(open Pane) []Pane {
	tabs := Panes[:4:4]
	if slices.Contains(MorePanes, open) {
		tabs = append(tabs, open)
	}
	return tabs
}

// Flight says whether the last change is shown as motion.
type Flight struct {
	On  bool
	Seq int // changes with every step, so that the same motion can start again
}

// Sizes are the numbers of bytes that a person has chosen for the buttons, by operation
// with its N left out. For others the engine suggests one. A Model never changes the map
// that it has: others share it.
type Sizes map[engine.Op]int

// FirstPreset is the shipped scenario that a newcomer sees.
const FirstPreset = "client-closes-first"

// New is the page as a newcomer finds it, with what it knows of the library.
func New(lib scenarios.Library) Model {
	m := Model{Library: lib, Speed: 1, Pane: PaneWhy, Theme: "auto", Motion: "auto", Future: "hidden", Keys: "on", inAddress: true}
	m.Draft = firstDraft(lib)
	m.Opening = m.Preset != "" && !isTask(lib, m.Preset)
	m.derive(&Model{})
	return m
}

// firstDraft is the scenario for a newcomer. A page that knows only its own begins with that.
func firstDraft(lib scenarios.Library) Draft {
	if d, err := shippedDraft(lib, FirstPreset, script.Codes{}); err == nil {
		return d
	}
	for s := range lib.All() {
		if d, err := shippedDraft(lib, s.Name, script.Codes{}); err == nil {
			return d
		}
	}
	return emptyDraft()
}

// appendNewest appends x to a copy of list, without the oldest element if there would be
// more than most.
func appendNewest[T any](list []T, x T, most int) []T {
	if len(list) == most {
		list = list[1:]
	}
	return append(list[:len(list):len(list)], x)
}
