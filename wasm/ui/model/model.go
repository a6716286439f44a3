package model

// Model is everything the page knows. Update returns a new one; nothing in it is
// written in place.
type Model struct {
	Draft
	Shelved []Draft // what stood on the stage before, unsaved, newest last

	Playing bool
	Speed   float64 // 1 is normal
	playID  int     // numbers the times play was started, so an old tick is known

	Pane   Pane
	Menu   Menu
	Sizes  Sizes
	Dialog string // "", "help", "share" or "saved"
	Link   string // the last link made, for the share dialog

	Saved       SavedList
	saving      bool // the stage is on its way to the store
	Notices     []Notice
	noticeCount int // notices so far, for their numbers

	Theme  string // "auto", "light" or "dark"
	Motion string // "auto" or "off"
	Keys   string // "on", or "off" while single letters do nothing (WCAG 2.1.4)

	Status    string // what a screen reader is to say now
	Flight    Flight
	Highlight Highlight
	Other     OtherRun
	Undoable  []Draft // what Undo brings back, newest last
	Redoable  []Draft
	BaseURL   string // "https://host" of the page, for links
	visited   Visit

	derived derived // worked out from Path, see derive
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

// Panes lists the panels in the order of their tabs.
var Panes = []Pane{PaneWhy, PaneBytes, PaneState, PaneScript, PaneCode, PaneCompare, PaneTree, PaneTranscript}

// Flight says whether the last change is to be shown as motion.
type Flight struct {
	On  bool
	Seq int // changes with every step, so the same motion can start again
}

// Sizes are the numbers of bytes that the action bar fills in; 0 means what the
// engine suggests.
type Sizes struct {
	Read, Write [2]int // by engine.Role
	Deliver     [2]int // by engine.Direction
}

// FirstPreset is the shipped scenario that a newcomer sees.
const FirstPreset = "client-closes-first"

// New is the page as a newcomer finds it.
func New() Model {
	m := Model{Speed: 1, Pane: PaneWhy, Theme: "auto", Motion: "auto", Keys: "on"}
	w, ok := shippedDraft(FirstPreset)
	if !ok {
		w = firstShippedDraft()
	}
	m.Draft = w
	m.derive(&Model{})
	return m
}
