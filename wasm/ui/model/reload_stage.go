package model

import (
	"cmp"
	"errors"
	"slices"

	"closenotify/engine/script"
	"closenotify/scenarios"
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
	// LeftByTab is not how this tab has come: the text is that of another one, which was closed.
	LeftByTab Arrival = "left"
)

// StageStored says that storing the stage begins to fail, or works again.
type StageStored struct{ OK bool }

// stageFormat begins a StageText. Other texts come from versions of the page before it, see
// earlierStage.
const stageFormat = "3\n"

// StageText holds what a reload must not lose and the address does not say: the address that
// it belongs to, what it does not say about the stage, and the shelved scenarios. Tabs hold
// such texts while the page is updated, so the form stays.
//
// While the stage waits for programs to be compiled, it is the text that the page began with, or
// the address. What somebody has changed on the stage meanwhile comes first.
func (m *Model) StageText() string {
	text := appendFields([]byte(stageFormat), m.visited.Preset, m.visited.Fragment)
	switch {
	case m.Awaiting() && m.left.stored != "":
		return m.left.stored
	case m.Awaiting():
		text = append(text, (&storedDraft{at: atOfAddress}).fields()...)
		if m.Dirty || !m.Editor.isPlayable() {
			text = append(text, m.Draft.stored(false)...)
		}
	default:
		text = append(text, m.Draft.stored(m.inAddress)...)
	}
	for _, d := range m.Shelved {
		text = append(text, d.stored(false)...)
	}
	for _, d := range m.left.drafts {
		text = append(text, d.fields()...)
	}
	return string(append(text, m.Code.stored(m.Dialog)...))
}

// left is what a reload has left and is not restored yet.
type left struct {
	stored string // "" for nothing
	drafts []storedDraft
}

func (r RestoreStage) update(m *Model) []Cmd {
	visit, drafts := parseStage(r.Stored)
	if len(drafts) == 0 {
		return nil
	}
	if cmds, ok := m.waitForLeft(r, visit, drafts); ok {
		return cmds
	}
	isHere := visit == m.visited
	m.placeLeft(r, visit, drafts)
	if r.How != LeftByTab || isOffered(m.Code.Typed) {
		dialog := m.Dialog
		if m.restoreCode(r.Stored); r.How == LeftByTab {
			m.Dialog = dialog
		}
	}
	cmds := []Cmd{StoreStage{m.StageText()}}
	if r.How == Reloaded && !isHere {
		m.inAddress = false
		cmds = []Cmd{SyncURL{}}
	}
	cmds = append(cmds, m.playMore()...)
	if m.Dialog == "program" {
		cmds = append(cmds, m.openProgramDialog()...)
	}
	if n := len(m.Shelved); n > 0 {
		text := "\u201c" + m.Shelved[n-1].Title() + "\u201d, which is not saved, is still there."
		if r.How == LeftByTab {
			text = "\u201c" + m.Shelved[n-1].Title() + "\u201d was not saved when its tab was closed. It is still there."
		}
		cmds = append(cmds, m.addNotice(Notice{Text: text, Label: "Back to what you had", Action: Unshelve{}, Stays: true})...)
	}
	return cmds
}

// placeLeft puts what a reload has left on the stage or shelves it.
func (m *Model) placeLeft(r RestoreStage, visit Visit, drafts []storedDraft) {
	stage, isHere, isLate := drafts[0], visit == m.visited, m.late
	m.left, m.late = left{}, m.late && m.awaited
	for _, d := range drafts[1:] {
		m.shelveStored(d, Visit{})
	}
	switch {
	case isLate:
		m.shelveStored(stage, visit)
	// A reload that begins just before the address changes loads the address before.
	case r.How == Reloaded || isHere && r.How == CameBack:
		base := m.Draft
		if !isHere || m.awaited {
			base = m.draftAt(visit)
		}
		m.Draft = stage.restore(m.Library, base)
		m.opened++
		m.awaited = false
		m.Compiling.end(&m.Compiling.visit)
		if m.Editor.Open {
			m.Pane = PaneScript
		}
		m.showStep(false)
	case stage.isUnsaved():
		m.shelveStored(stage, visit)
	}
}

// waitForLeft asks for what is missing to restore what a reload has left, and the address that it
// belongs to: programs, or the library. It reports false if all is there.
func (m *Model) waitForLeft(r RestoreStage, visit Visit, drafts []storedDraft) (cmds []Cmd, ok bool) {
	err := m.missingFor(visit, drafts)
	if err == nil {
		return nil, false
	}
	m.left = left{r.Stored, slices.Clone(drafts)}
	if stage := &m.left.drafts[0]; stage.script == "" {
		stage.script = m.scriptAt(visit)
	}
	if m.left.drafts[0].script == "" { // nobody knows yet what it is: only the address says it
		m.left.drafts = m.left.drafts[1:]
	}
	return m.Compiling.wait(&m.Compiling.restore, err, r)
}

// missingFor says what is missing to restore drafts: scenarios.ErrNotFetched, or programs as
// script.NotCompiled; nil for nothing.
func (m *Model) missingFor(visit Visit, drafts []storedDraft) error {
	var missing script.NotCompiled
	for _, v := range []Visit{visit, m.visited} {
		if v == m.visited && !m.awaited {
			continue
		}
		_, err := m.decodeLink(v.Fragment)
		if v.Fragment == "" {
			_, err = shippedDraft(m.Library, cmp.Or(v.Preset, FirstPreset), m.codes)
		}
		if errors.Is(err, scenarios.ErrNotFetched) {
			return err
		}
		more, _ := errors.AsType[script.NotCompiled](err)
		missing = append(missing, more...)
	}
	for _, d := range drafts {
		if _, err := m.Library.Find(d.preset); d.preset != "" && errors.Is(err, scenarios.ErrNotFetched) {
			return err
		}
		missing = append(missing, d.units(m.codes)...)
	}
	if len(missing) == 0 {
		return nil
	}
	return script.NotCompiled(withoutDoubles(missing))
}

// withoutDoubles lists each program once.
func withoutDoubles(list []script.TranslationUnit) []script.TranslationUnit {
	var once []script.TranslationUnit
	for _, u := range list {
		if !slices.Contains(once, u) {
			once = append(once, u)
		}
	}
	return once
}

// scriptAt is the text of the scenario of an address, as far as it is known without playing it.
func (m *Model) scriptAt(visit Visit) string {
	if shared, _ := link.Decode(m.Library, visit.Fragment, script.Codes{}); visit.Fragment != "" {
		return shared.Script.String()
	}
	shipped, _ := m.Library.Find(cmp.Or(visit.Preset, FirstPreset))
	return shipped.Script.String()
}

// shelveStored shelves a stored scenario. What it does not say itself is in the address that
// it belongs to.
func (m *Model) shelveStored(s storedDraft, visit Visit) {
	m.shelve(s.restore(m.Library, m.draftAt(visit)))
}

// draftAt is the scenario of an address, that of the stage if the address has none.
func (m *Model) draftAt(visit Visit) Draft {
	if shared, err := m.decodeLink(visit.Fragment); visit.Fragment != "" && err == nil {
		return draftFromLink(m.Library, shared, m.codes)
	}
	if d, err := shippedDraft(m.Library, cmp.Or(visit.Preset, FirstPreset), m.codes); err == nil {
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

// IsUnsaved reports whether the StageText holds what nothing else does, so that it must outlive the
// tab.
func (m *Model) IsUnsaved() bool {
	return m.Dirty || !m.Editor.isPlayable() || len(m.Shelved) > 0 || m.left.stored != "" || !isOffered(m.Code.Typed)
}

// CanTakeLeft reports whether what another tab has left can be shelved without the loss of an older
// one.
func (m *Model) CanTakeLeft(stored string) bool {
	_, drafts := parseStage(stored)
	return len(drafts) > 0 && m.left.stored == "" && len(m.Shelved)+len(drafts) <= maxShelved
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
		m.SavedID == before.SavedID && m.SavedAt == before.SavedAt && m.Dirty == before.Dirty && m.Title() == before.Title() &&
		len(m.Shelved) == len(before.Shelved)
}
