package model

import (
	"cmp"
	"errors"

	"closenotify/engine/script"
	"closenotify/scenarios"
	"closenotify/scenarios/link"
)

// OpenPreset puts a shipped scenario on the stage.
type OpenPreset struct{ Preset string }

// NewScenario puts a new connection on the stage.
type NewScenario struct{}

// Unshelve puts the scenario that was shelved last on the stage again.
type Unshelve struct{}

func (o OpenPreset) update(m *Model) []Cmd {
	d, err := shippedDraft(m.Library, o.Preset, m.codes)
	if cmds, ok := m.compileFor(err, o); ok {
		return cmds
	}
	if err != nil {
		return m.notifyError("The scenario cannot be opened: " + err.Error() + ".")
	}
	cmds := m.openDraft(d, "")
	m.Opening = !isCode(o.Preset) && !isTask(m.Library, o.Preset)
	return cmds
}

func (NewScenario) update(m *Model) []Cmd {
	return m.openDraft(emptyDraft(), "Started an empty scenario.")
}

func (Unshelve) update(m *Model) []Cmd {
	if len(m.Shelved) == 0 {
		return nil
	}
	last := len(m.Shelved) - 1
	d := m.Shelved[last]
	m.Shelved = m.Shelved[:last:last]
	return m.openDraft(d, "")
}

// openDraft puts d on the stage. If what was there is saved nowhere, it is shelved, and a
// notice says how to get it back. text is the notice, "" for the usual one.
func (m *Model) openDraft(d Draft, text string) []Cmd {
	m.stopPlaying()
	m.Dialog = ""
	m.Compiling.end(&m.Compiling.typed)
	m.endChangeOfStage()
	unsaved := m.Dirty || !m.Editor.isPlayable()
	if unsaved {
		m.shelve(m.Draft)
	}
	d.codes = m.codes
	m.Draft, m.isNew, m.Opening = d, true, false
	m.opened++
	m.Ask.done, m.Ask.together, m.Ask.Question, m.Ask.practising, m.Ask.next = nil, nil, AskedQuestion{}, false, ""
	m.showStep(false)
	more := m.playMore()
	switch {
	case !unsaved && text == "":
		return more
	case !unsaved:
		return append(more, m.addNoticeAndSay(Notice{Text: text})...)
	case text == "":
		text = "Opened \u201c" + d.Title() + "\u201d."
	}
	return append(more, m.addNoticeAndSay(Notice{Text: text, Label: "Back to what you had", Action: Unshelve{}, Stays: true})...)
}

// endChangeOfStage ends what waits to change the scenario on the stage, before another one takes its
// place.
func (m *Model) endChangeOfStage() {
	switch m.Compiling.change.then.(type) {
	case RunProgram:
		if !m.Code.ForStage {
			return
		}
	case SetConfig, CheckChallenge:
	default:
		return
	}
	m.Compiling.end(&m.Compiling.change)
}

// maxShelved is how many scenarios can be brought back.
const maxShelved = 8

// shelve keeps d for Unshelve.
func (m *Model) shelve(d Draft) { m.Shelved = appendNewest(m.Shelved, d, maxShelved) }

// Visit is what the address bar says: a shipped scenario, and the part after the "#".
type Visit struct{ Preset, Fragment string }

// AddressSynced says that the address bar shows the stage now, as far as a link can hold
// it. An address that is typed or pasted later is then known to be another one.
type AddressSynced struct{ Visit }

// Visited is what the address bar says.
func (m *Model) Visited() Visit { return m.visited }

// IsNew reports whether another scenario was opened than the address bar says. Its address
// gets an entry of its own in the browser's history, so that Back leads to the one before.
func (m *Model) IsNew() bool { return m.isNew }

func (v Visit) update(m *Model) []Cmd {
	if v == m.visited && m.Library.Entries() != nil {
		return nil
	}
	first := m.visited == Visit{}
	m.visited, m.inAddress, m.awaited, m.late = v, true, true, m.late && m.left.stored != ""
	m.Compiling.end(&m.Compiling.visit)
	return openVisit{v, first}.update(m)
}

func (a AddressSynced) update(m *Model) []Cmd {
	_, _, err := m.Address()
	m.visited, m.isNew, m.inAddress = a.Visit, false, err == nil
	return []Cmd{StoreStage{m.StageText()}}
}

// decodeLink reads a link. The error is also scenarios.ErrNotFetched if it is perhaps that of a
// scenario which the library does not have yet.
func (m *Model) decodeLink(fragment string) (link.Link, error) {
	shared, err := link.Decode(m.Library, fragment, m.codes)
	if _, unknown := m.Library.LikeScript(shared.Script); errors.Is(unknown, scenarios.ErrNotFetched) {
		return shared, unknown
	}
	return shared, err
}

// draftFromLink is the scenario of a link, at its step.
func draftFromLink(lib scenarios.Library, shared link.Link, codes script.Codes) Draft {
	s, config := shared.Script, shared.History.World(0).Config()
	d := Draft{Intro: s.Intro, Outro: s.Outro, Config: config, WrittenFor: writtenFor(lib, s, config), Programs: s.Programs, codes: codes}
	d.setBranch(shared.History, shared.Path, shared.Script.Steps)
	shipped, _ := lib.LikeScript(shared.Script)
	d.Preset = cmp.Or(shipped.Name, taskOf(lib, s))
	if len(d.Intro) == 0 {
		d.Intro = []string{"Shared scenario"}
	}
	d.seek(shared.Step)
	return d
}
