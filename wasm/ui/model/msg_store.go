package model

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"closenotify/scenarios/store"
)

// SavedListed, SavedGot, SavedPut and SavedDeleted are the answers of the store to ListSaved,
// GetSaved, PutSaved and DeleteSaved. Err says what went wrong, nil for nothing.
type (
	SavedListed struct {
		Listing store.Listing
		Err     error
	}
	SavedGot struct {
		GetSaved
		Saved store.Saved
		Err   error
	}
	SavedPut struct {
		Saved  store.Saved   // what is stored, or what waits
		Was    store.Version // of what it replaces, as in PutSaved
		Report string        // as in PutSaved
		Save   int           // as in PutSaved
		Err    error
	}
	SavedDeleted struct {
		DeleteSaved
		Deleted store.Deleted
		Err     error
	}
)

// SavedExported says how many scenarios a file has that was downloaded.
type SavedExported struct {
	Count int
	Err   error
}

// SavedImported has the result of importing a file of saved scenarios.
type SavedImported struct {
	Imported store.Imported
	Err      error
}

// SavedLost says that everything in the store was deleted under the page, which has kept so many
// scenarios.
type SavedLost struct{ Kept int }

// retrySaved asks for the list again, which stores what waits.
type retrySaved struct{}

// reason is what a person is told of an error of the store.
func reason(err error) string {
	return strings.TrimSuffix(strings.TrimPrefix(err.Error(), store.ErrUnavailable.Error()+": "), ".")
}

func (l SavedListed) update(m *Model) []Cmd {
	list, before := &m.Saved, m.Saved
	list.Known, list.Waiting = true, l.Listing.Waiting
	for _, s := range l.Listing.Stored {
		if s.ID == m.SavedID {
			m.SavedID, m.SavedAt = s.As.ID, s.As.Version
		}
	}
	var cmds []Cmd
	switch {
	case l.Err != nil:
		list.Unavailable = reason(l.Err)
		if before.Unavailable == "" && len(before.Items) > 0 {
			cmds = m.notifyError("The saved scenarios cannot be read at the moment: " + list.Unavailable + ".")
		}
	default:
		list.Items, list.Damaged, list.Persistent = l.Listing.Entries, l.Listing.Damaged, l.Listing.Persistent
		if len(list.Waiting) == 0 {
			list.Unavailable, list.retries = "", 0
		}
		cmds = m.noteOtherTabs(&before)
	}
	if n := len(l.Listing.Stored); n > 0 {
		cmds = append(cmds, m.notify("Storage works again: "+countOf(n, "scenario")+" that waited "+isOrAre(n)+" saved now.")...)
	}
	return append(cmds, list.retry()...)
}

// retry asks for the list again after a while if the store does not work: at first soon, later once
// a minute.
func (l *SavedList) retry() []Cmd {
	if l.Unavailable == "" && len(l.Waiting) == 0 || l.retrying {
		return nil
	}
	l.retrying = true
	l.retries++
	return []Cmd{Wait{min(time.Second<<min(l.retries, 6), time.Minute), retrySaved{}}}
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func (retrySaved) update(m *Model) []Cmd {
	m.Saved.retrying = false
	if len(m.Saved.Waiting) == 0 && m.Saved.Unavailable == "" {
		return nil
	}
	return []Cmd{ListSaved{}}
}

// noteOtherTabs tells if another tab has changed or deleted what is on the stage. Before is the
// list as it was.
func (m *Model) noteOtherTabs(before *SavedList) []Cmd {
	was, known := before.byID(m.SavedID)
	if !known || was.Version != m.SavedAt || m.saving.id > 0 {
		return nil // it was told before, or the list has what this tab is saving
	}
	now, stored := m.Saved.byID(m.SavedID)
	switch {
	case !stored:
		m.Dirty = true
		return m.addNotice(Notice{Text: "\u201c" + was.Title + "\u201d was deleted in another tab. It is still on the stage: Save keeps it.", Stays: true})
	case now.Version != was.Version:
		return m.addNotice(Notice{Text: "\u201c" + was.Title + "\u201d was changed in another tab. Save keeps both versions.", Label: "Open the other version", Action: OpenSaved{m.SavedID}, Stays: true})
	}
	return nil
}

func (g SavedGot) update(m *Model) []Cmd {
	if o, ok := g.Then.(OpenSaved); ok && o.ID != m.Saved.opening {
		return nil
	}
	if g.Err == nil {
		m.Saved.got = g.Saved
		cmds := g.Then.update(m)
		m.Saved.got = store.Saved{}
		return cmds
	}
	if errors.Is(g.Err, store.ErrNotFound) {
		return m.notInList()
	}
	e, _ := m.Saved.byID(g.ID)
	why := reason(g.Err)
	if d, ok := errors.AsType[store.Damaged](g.Err); ok {
		why = d.Why
	}
	return m.notifyError("\u201c" + e.Title + "\u201d cannot be read: " + why + ".")
}

func (s SavedPut) update(m *Model) []Cmd {
	isSave := s.Save > 0
	isStage, again := isSave && s.Save == m.saving.id, m.saving.again
	if isSave {
		m.Draft.takeSaved(s)
		m.Shelved = slices.Clone(m.Shelved)
		for i := range m.Shelved {
			m.Shelved[i].takeSaved(s)
		}
	} else if s.Err == nil && s.Saved.ID == m.SavedID && s.Was == m.SavedAt {
		m.SavedAt = s.Saved.Version
	}
	if s.Err != nil {
		return append(m.putFailed(s), ListSaved{})
	}
	n := Notice{Text: s.Report + " \u201c" + s.Saved.Title + "\u201d."}
	if isSave {
		n.Label, n.Action = "Rename", renameInList{s.Saved.ID}
		if isStage && len(m.Editor.Errors) > 0 {
			n.Text += " The text with the error in it was left out."
		}
	}
	m.Saved.remove(s.Saved.ID)
	m.Saved.Items = append([]store.Entry{s.Saved.Entry}, m.Saved.Items...)
	cmds := append(m.addNotice(n), ListSaved{})
	if isStage && again {
		cmds = append(cmds, Save{}.update(m)...)
	}
	return cmds
}

// takeSaved notes that a Save was answered, if it was one of this scenario, which may have changed
// meanwhile, or left the stage.
func (d *Draft) takeSaved(s SavedPut) {
	if s.Save != d.saving.id {
		return
	}
	d.Dirty = d.Dirty && (s.Err != nil || !isSamePath(d.saving.path, d.Path))
	d.saving = saving{}
	if s.Saved.ID != "" {
		d.SavedID, d.SavedAt = s.Saved.ID, s.Saved.Version
	}
}

// putFailed tells that a scenario is not stored. If the page holds it, it is that of the stage from
// now on.
func (m *Model) putFailed(s SavedPut) []Cmd {
	why := reason(s.Err)
	if s.Saved.ID == "" {
		return m.notifyError("Not saved: " + why + ". The stage is unchanged; " + m.otherWayToKeep() + ".")
	}
	m.Saved.Unavailable = why
	text := "Not saved: " + why + ". The page keeps \u201c" + s.Saved.Title + "\u201d until it is closed, and saves it as soon as that works again."
	return m.addNotice(Notice{Text: text, Error: true, Label: "Save as a file", Action: ExportAll{}})
}

// remove takes a scenario out of the list. The list itself stays unchanged.
func (l *SavedList) remove(id string) {
	l.Items, l.Waiting = store.Without(l.Items, id), store.Without(l.Waiting, id)
}

// otherWayToKeep says how a person can keep the scenario without the store.
func (m *Model) otherWayToKeep() string {
	if _, _, err := m.Address(); err != nil {
		return "copy the text of the Script pane"
	}
	return "Share gives a link that holds it"
}

func (d SavedDeleted) update(m *Model) []Cmd {
	if d.Err != nil {
		return m.notifyError("Not deleted: " + reason(d.Err) + ".")
	}
	if d.ID == m.SavedID {
		m.Dirty = true
	}
	m.Saved.remove(d.ID)
	if d.Deleted.Raw != "" {
		cmds := m.addNotice(Notice{Text: "Deleted the unreadable scenario.", Label: "Copy what it held", Action: copyDeletedText{d.Deleted.Raw}})
		return append(cmds, ListSaved{})
	}
	if d.Deleted.Saved.ID == "" { // another tab was faster
		return []Cmd{ListSaved{}}
	}
	cmds := m.addNotice(Notice{Text: "Deleted \u201c" + d.Deleted.Saved.Title + "\u201d.", Label: "Undo", Action: Restore{d.Deleted.Saved}})
	return append(cmds, ListSaved{})
}

func (e SavedExported) update(m *Model) []Cmd {
	if e.Err != nil {
		return m.notifyError("No file was made: " + reason(e.Err) + ".")
	}
	return m.notify("The file has " + countOf(e.Count, "saved scenario") + ".")
}

func (i SavedImported) update(m *Model) []Cmd {
	d := i.Imported
	text := "Imported " + countOf(d.Added+d.Beside, "scenario") + "."
	if d.Same > 0 {
		text += " " + strconv.Itoa(d.Same) + " " + isOrAre(d.Same) + " here already."
	}
	if d.Beside > 0 {
		text += " For " + strconv.Itoa(d.Beside) + ", another version is here: both are kept, and the title of the imported one ends in \u201c(imported)\u201d."
	}
	if n := len(d.Problems) + d.More; n > 0 {
		text += " " + strconv.Itoa(n) + " cannot be read."
	}
	m.Saved.Problems = d.Problems
	if d.More > 0 {
		m.Saved.Problems = append(slices.Clip(d.Problems), "and "+strconv.Itoa(d.More)+" more")
	}
	if i.Err != nil {
		text = "The import has stopped: " + reason(i.Err) + ". " + text
	}
	m.Saved.Import = text
	return append(m.addNotice(Notice{Text: text, Error: i.Err != nil || len(d.Problems) > 0}), ListSaved{})
}

func (l SavedLost) update(m *Model) []Cmd {
	if _, ok := m.Saved.byID(m.SavedID); ok {
		m.Dirty = true
	}
	m.Saved.Items = nil
	n := Notice{Text: "All saved scenarios were deleted in this browser. What is on the stage is unchanged.", Error: true}
	if l.Kept > 0 {
		n.Text += " The page still has " + countOf(l.Kept, "scenario") + " that it has saved or opened."
		n.Label, n.Action = "Save again", StoreAgain{}
	}
	return append(m.addNotice(n), ListSaved{})
}

// renameInList opens the list of saved scenarios with the title of one of them to be edited.
type renameInList struct{ id string }

func (r renameInList) update(m *Model) []Cmd {
	m.Dialog, m.Saved.Query, m.Saved.Page = "saved", "", 0
	return StartRename{r.id}.update(m)
}

// copyDeletedText copies what was stored of a deleted scenario.
type copyDeletedText struct{ raw string }

func (c copyDeletedText) update(m *Model) []Cmd { return []Cmd{Copy{c.raw, "Text"}} }
