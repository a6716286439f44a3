package model

import (
	"cmp"

	"closenotify/scenarios/link"
)

// RestoreStage restores what the address does not say. Stored is the newest StageText of the
// tab. How the tab has come here decides what becomes of its unsaved work: after a reload it
// is on the stage again, and so it is after a Back to the same address. Otherwise it is
// shelved.
type RestoreStage struct {
	Stored string
	How    Arrival
}

// Arrival is how a tab has come to the page, as performance.navigation says it.
type Arrival string

// The ways to come to the page.
const (
	Reloaded  Arrival = "reload"
	CameBack  Arrival = "back_forward"
	Navigated Arrival = "navigate"
)

// StageStored says that storing the stage begins to fail, or works again.
type StageStored struct{ OK bool }

// stageFormat begins a StageText. Other texts come from versions of the page before it, see
// earlierStage.
const stageFormat = "3\n"

// StageText holds what a reload must not lose and the address does not say: the address that
// it belongs to, what it does not say about the stage, and the shelved scenarios. Tabs hold
// such texts while the page is updated, so the form stays.
func (m *Model) StageText() string {
	text := appendFields([]byte(stageFormat), m.visited.Preset, m.visited.Fragment)
	text = append(text, m.Draft.stored(m.inAddress)...)
	for _, d := range m.Shelved {
		text = append(text, d.stored(false)...)
	}
	return string(text)
}

func (r RestoreStage) update(m *Model) []Cmd {
	visit, drafts := parseStage(r.Stored)
	if len(drafts) == 0 {
		return nil
	}
	stage, isHere := drafts[0], visit == m.visited
	for _, d := range drafts[1:] {
		m.shelveStored(d, Visit{})
	}
	switch {
	// A reload that begins just before the address changes loads the address before.
	case r.How == Reloaded || isHere && r.How == CameBack:
		base := m.Draft
		if !isHere {
			base = m.draftAt(visit)
		}
		m.Draft = stage.restore(base)
		if m.Editor.Open {
			m.Pane = PaneScript
		}
		m.showStep(false)
	case stage.isUnsaved():
		m.shelveStored(stage, visit)
	}
	cmds := []Cmd{StoreStage{m.StageText()}}
	if r.How == Reloaded && !isHere {
		m.inAddress = false
		cmds = []Cmd{SyncURL{}}
	}
	if n := len(m.Shelved); n > 0 {
		text := "\u201c" + m.Shelved[n-1].Title() + "\u201d, which is not saved, is still there."
		cmds = append(cmds, m.addNotice(Notice{Text: text, Label: "Back to what you had", Action: Unshelve{}, Stays: true})...)
	}
	return cmds
}

// shelveStored shelves a stored scenario. What it does not say itself is in the address that
// it belongs to.
func (m *Model) shelveStored(s storedDraft, visit Visit) {
	m.shelve(s.restore(m.draftAt(visit)))
}

// draftAt is the scenario of an address, that of the stage if the address has none.
func (m *Model) draftAt(visit Visit) Draft {
	if shared, err := link.Decode(visit.Fragment, m.codes); visit.Fragment != "" && err == nil {
		return draftFromLink(shared)
	}
	if d, ok := shippedDraft(cmp.Or(visit.Preset, FirstPreset), m.codes); ok {
		return d
	}
	return m.Draft
}

// parseStage reads a StageText. There are no drafts if it is none.
func parseStage(text string) (Visit, []storedDraft) {
	fields, ok := parseFields(text, stageFormat)
	if !ok || len(fields) < 2 {
		return earlierStage(text)
	}
	visit, fields := Visit{fields[0], fields[1]}, fields[2:]
	var drafts []storedDraft
	for ; len(fields) >= storedFields; fields = fields[storedFields:] {
		drafts = append(drafts, draftFromFields(fields))
	}
	return visit, drafts
}

func (s StageStored) update(m *Model) []Cmd {
	if s.OK {
		return nil
	}
	return m.notifyError("This tab can keep no more, so a reload will lose branches and unsaved work. Save or Share keeps the branch on the stage.")
}

// sameStage reports whether m needs the same address and the same stored text as before, apart
// from the cursor.
func (m *Model) sameStage(before *Model) bool {
	return isSamePath(m.Path, before.Path) && m.Editor.Typed == before.Editor.Typed &&
		m.SavedID == before.SavedID && m.SavedAt.Equal(before.SavedAt) && m.Dirty == before.Dirty && m.Title() == before.Title() &&
		len(m.Shelved) == len(before.Shelved)
}
