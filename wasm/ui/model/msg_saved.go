package model

import (
	"errors"
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios/store"
)

// SavedList is what the store holds, as far as this page knows.
type SavedList struct {
	Known       bool // the store has answered
	Items       []store.Entry
	Waiting     []store.Entry // what only the page holds, because it could not be stored
	Damaged     []store.Damaged
	Persistent  bool     // as in store.Listing
	Unavailable string   // why nothing can be stored for later visits, "" if it can
	Renaming    string   // the ID whose title is being edited
	Query       string   // what is looked for in the titles
	Page        int      // the part of the list that is shown, from 0
	Import      string   // the result of the last import
	Problems    []string // what could not be read in it

	got      store.Saved // what GetSaved has asked for
	opening  string      // the ID that OpenSaved has asked for, until something else is on the stage
	retries  int         // how often the list was asked for again
	retrying bool        // the list is asked for again after a while
}

// Save stores the stage, in the saved scenario that it came from or in a new one.
type Save struct{}

// saving is a Save of a scenario that the store has not answered.
type saving struct {
	id    int             // its number, 0 for none
	path  []engine.NodeID // what was on the stage
	again bool            // Save was pressed again after a change
}

// OpenSaved, StartRename, Rename, Duplicate and Delete are the buttons of an entry of
// the list. StopRename leaves the title unchanged.
type (
	OpenSaved   struct{ ID string }
	StartRename struct{ ID string }
	StopRename  struct{}
	Rename      struct{ ID, Title string }
	Duplicate   struct{ ID string }
	Delete      struct{ ID string }
)

// Restore stores a deleted scenario again.
type Restore struct{ Saved store.Saved }

// CopyDamaged copies what is stored of unreadable scenario N, DeleteDamaged deletes it.
type (
	CopyDamaged   struct{ N int }
	DeleteDamaged struct{ N int }
)

// FindSaved looks for scenarios with these words in their titles. ShowSaved shows another part of
// the list.
type (
	FindSaved struct{ Query string }
	ShowSaved struct{ Page int }
)

// ExportAll downloads a file with all saved scenarios.
type ExportAll struct{}

// StoreAgain stores what is kept since all saved scenarios were deleted in this browser.
type StoreAgain struct{}

// TitleFieldID is the id of the field for a new title.
const TitleFieldID = "rename-title"

// byID finds a scenario in the list.
func (l *SavedList) byID(id string) (store.Entry, bool) {
	for _, list := range [...][]store.Entry{l.Waiting, l.Items} {
		if i := store.Find(list, id); i >= 0 {
			return list[i], true
		}
	}
	return store.Entry{}, false
}

// fetched is the saved scenario with this ID if it has been got for then. If it has not, the
// effects ask for it.
func (m *Model) fetched(id string, then Msg) (s store.Saved, cmds []Cmd, ok bool) {
	if _, known := m.Saved.byID(id); !known {
		return s, m.notInList(), false
	}
	if s = m.Saved.got; s.ID != id {
		return s, []Cmd{GetSaved{id, then}}, false
	}
	return s, nil, true
}

func (Save) update(m *Model) []Cmd {
	m.finishTyped()
	if m.playsTyped() {
		return m.notify("The script is still being played. Try again when that is done.")
	}
	if m.saving.id > 0 { // pressed twice: one saved scenario is enough, but it has the last change
		m.saving.again = !isSamePath(m.saving.path, m.Path)
		return nil
	}
	m.saves++
	m.saving = saving{id: m.saves, path: m.Path}
	e, _ := m.Saved.byID(m.SavedID)
	e.ID, e.Title, e.Step, e.Version = m.SavedID, clipTitle(m.Title()), m.At, m.SavedAt
	return []Cmd{PutSaved{store.Saved{Entry: e, Script: m.text()}, ReportSaved, m.saves}}
}

func (o OpenSaved) update(m *Model) []Cmd {
	m.Saved.opening = o.ID
	s, cmds, ok := m.fetched(o.ID, o)
	if !ok {
		m.Compiling.giveUp()
		return cmds
	}
	m.Saved.opening = ""
	d, err := draftFromText(s.Script, m.codes)
	if cmds, ok := m.compileFor(err, o); ok {
		return cmds
	}
	if err != nil { // it is long, or another version of the page understood it: the editor has it
		d = m.textDraft(s.Script)
		d.SavedID, d.SavedAt, m.Pane = s.ID, s.Version, PaneScript
		cmds = m.openDraft(d, "")
		if !errors.Is(err, errTooLong) {
			cmds = append(cmds, m.notifyError("\u201c"+s.Title+"\u201d cannot be played: "+err.Error()+". Its text is in the Script panel.")...)
		}
		return cmds
	}
	d.SavedID, d.SavedAt = s.ID, s.Version
	if s.Title != "" {
		d.Intro = withTitle(d.Intro, s.Title)
		d.Written.of = nil
	}
	d.seek(s.Step)
	return m.openDraft(d, "")
}

func (r StartRename) update(m *Model) []Cmd {
	m.Saved.Renaming = r.ID
	return []Cmd{Focus{TitleFieldID}}
}

func (StopRename) update(m *Model) []Cmd {
	id := m.Saved.Renaming
	m.Saved.Renaming = ""
	return []Cmd{Focus{"rename-" + id}}
}

func (r Rename) update(m *Model) []Cmd {
	e, known := m.Saved.byID(r.ID)
	if m.Saved.got.ID != r.ID {
		asked := m.Saved.Renaming == r.ID // a field that Escape has removed reports its change, too
		m.Saved.Renaming = ""
		if known && (!asked || r.Title == "" || r.Title == e.Title) {
			return nil
		}
	}
	s, cmds, ok := m.fetched(r.ID, r)
	if !ok {
		return cmds
	}
	s.Title = r.Title
	if parsed, err := script.Parse(s.Script); err == nil {
		parsed.Intro = withTitle(parsed.Intro, r.Title)
		s.Script = parsed.String()
	}
	if m.SavedID == r.ID {
		m.Intro = withTitle(m.Intro, r.Title)
		m.Written.of, m.derived.source, m.derived.link = nil, nil, nil
	}
	return []Cmd{PutSaved{s, "Renamed", 0}}
}

func (d Duplicate) update(m *Model) []Cmd {
	s, cmds, ok := m.fetched(d.ID, d)
	if !ok {
		return cmds
	}
	title := store.CopyTitle(s.Title, append(slices.Clip(m.Saved.Items), m.Saved.Waiting...))
	return []Cmd{PutSaved{store.Saved{Entry: store.Entry{Title: title, Step: s.Step}, Script: s.Script}, "Duplicated", 0}}
}

func (d Delete) update(m *Model) []Cmd {
	if _, ok := m.Saved.byID(d.ID); !ok {
		return m.notInList()
	}
	return []Cmd{DeleteSaved(d)}
}

func (f FindSaved) update(m *Model) []Cmd {
	m.Saved.Query, m.Saved.Page = f.Query, 0
	return nil
}

func (s ShowSaved) update(m *Model) []Cmd {
	m.Saved.Page = s.Page
	return nil
}

func (ExportAll) update(m *Model) []Cmd { return []Cmd{ExportSaved{}} }

func (StoreAgain) update(m *Model) []Cmd { return []Cmd{ReleaseSaved{}} }

func (r Restore) update(m *Model) []Cmd { return []Cmd{PutSaved{r.Saved, "Restored", 0}} }

func (c CopyDamaged) update(m *Model) []Cmd {
	if c.N < 0 || c.N >= len(m.Saved.Damaged) {
		return m.notInList()
	}
	return []Cmd{Copy{m.Saved.Damaged[c.N].Raw, "Text"}}
}

func (d DeleteDamaged) update(m *Model) []Cmd {
	if d.N < 0 || d.N >= len(m.Saved.Damaged) {
		return m.notInList()
	}
	return []Cmd{DeleteSaved{m.Saved.Damaged[d.N].ID}}
}

// notInList answers a press on an entry that another tab has deleted in the meantime.
func (m *Model) notInList() []Cmd {
	m.notifyError("That scenario is no longer in the list.")
	return []Cmd{ListSaved{}}
}

// withTitle is an intro with another title. The intro itself stays unchanged.
func withTitle(intro []string, title string) []string {
	return append([]string{title}, intro[min(1, len(intro)):]...)
}

// clipTitle cuts a title to the length that the store takes.
func clipTitle(title string) string {
	r := []rune(store.CleanTitle(title))
	if len(r) <= store.MaxTitle {
		return string(r)
	}
	return string(r[:store.MaxTitle-1]) + "\u2026"
}
