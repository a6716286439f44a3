package model

import (
	"errors"
	"slices"
	"time"

	"closenotify/engine/script"
	"closenotify/scenarios/store"
)

// SavedList is what the store holds, as far as this page knows.
type SavedList struct {
	Known       bool // the store has answered
	Items       []store.Saved
	Damaged     []store.Damaged
	Renaming    string // the ID whose title is being edited
	Unavailable string // why nothing can be stored for later visits, "" if it can
}

// Save stores the stage, in the saved scenario that it came from or in a new one.
type Save struct{}

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

// TitleFieldID is the id of the field for a new title.
const TitleFieldID = "rename-title"

// byID finds a saved scenario.
func (l SavedList) byID(id string) (store.Saved, bool) {
	i := slices.IndexFunc(l.Items, func(s store.Saved) bool { return s.ID == id })
	if i < 0 {
		return store.Saved{}, false
	}
	return l.Items[i], true
}

func (Save) update(m *Model) []Cmd {
	if m.saving {
		return nil // pressed twice: one saved scenario is enough
	}
	m.finishTyped()
	if m.Editor.unplayed != nil {
		return m.notify("The script is still being played. Try again when that is done.")
	}
	m.saving = true
	s, _ := m.Saved.byID(m.SavedID)
	s.ID, s.Title, s.Script, s.Step = m.SavedID, clipTitle(m.Title()), m.text(), m.At
	s.Modified = m.SavedAt
	return []Cmd{PutSaved{s, ReportSaved}}
}

func (o OpenSaved) update(m *Model) []Cmd {
	s, ok := m.Saved.byID(o.ID)
	if !ok {
		return m.notInList()
	}
	d, err := draftFromText(s.Script, m.codes)
	if cmds, ok := m.compileFor(err, o); ok {
		return cmds
	}
	if errors.Is(err, errTooLong) {
		d = m.textDraft(s.Script)
		d.SavedID, d.SavedAt, m.Pane = s.ID, s.Modified, PaneScript
		return m.openDraft(d, "")
	}
	if err != nil {
		return m.notifyError("\u201c" + s.Title + "\u201d cannot be played: " + err.Error() + ".")
	}
	d.SavedID, d.SavedAt = s.ID, s.Modified
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
	asked := m.Saved.Renaming == r.ID // a field that Escape has removed reports its change, too
	m.Saved.Renaming = ""
	s, ok := m.Saved.byID(r.ID)
	if !ok {
		return m.notInList()
	}
	if !asked || r.Title == "" || r.Title == s.Title {
		return nil
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
	return []Cmd{PutSaved{s, "Renamed"}}
}

func (d Duplicate) update(m *Model) []Cmd {
	s, ok := m.Saved.byID(d.ID)
	if !ok {
		return m.notInList()
	}
	s.ID, s.Created, s.Title = "", time.Time{}, store.CopyTitle(s.Title, m.Saved.Items)
	return []Cmd{PutSaved{s, "Duplicated"}}
}

func (d Delete) update(m *Model) []Cmd {
	s, ok := m.Saved.byID(d.ID)
	if !ok {
		return m.notInList()
	}
	return []Cmd{DeleteSaved{Saved: s}}
}

func (r Restore) update(m *Model) []Cmd { return []Cmd{PutSaved{r.Saved, "Restored"}} }

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
	return []Cmd{DeleteSaved{Saved: store.Saved{ID: m.Saved.Damaged[d.N].ID}, Raw: m.Saved.Damaged[d.N].Raw}}
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
