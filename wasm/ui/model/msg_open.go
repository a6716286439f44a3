package model

import (
	"closenotify/scenarios"
	"closenotify/scenarios/link"
)

// OpenPreset puts a shipped scenario on the stage.
type OpenPreset struct{ Preset string }

// Unshelve puts what was there before on the stage again.
type Unshelve struct{}

// Visit is what the address bar says.
type Visit struct{ Preset, Fragment string }

func (p OpenPreset) update(m *Model) []Cmd {
	w, ok := shippedDraft(p.Preset)
	if !ok {
		return m.notifyError("There is no shipped scenario called " + p.Preset + ".")
	}
	return m.openDraft(w, "")
}

func (Unshelve) update(m *Model) []Cmd {
	if len(m.Shelved) == 0 {
		return nil
	}
	last := len(m.Shelved) - 1
	w := m.Shelved[last]
	m.Shelved = m.Shelved[:last:last]
	return m.openDraft(w, "")
}

// openDraft puts w on the stage. Work that is nowhere else is kept, and the notice
// says how to get it back.
func (m *Model) openDraft(w Draft, text string) []Cmd {
	m.stopPlaying()
	m.Dialog = ""
	unsaved := m.Dirty || m.Editor.Err != nil
	if unsaved {
		m.shelve(m.Draft)
	}
	m.Draft = w
	m.showStep(false)
	switch {
	case !unsaved && text == "":
		return nil
	case !unsaved:
		return m.notify(text)
	case text == "":
		text = "Opened \u201c" + w.Title() + "\u201d."
	}
	return m.addNotice(Notice{Text: text, Label: "Back to what you had", Action: Unshelve{}, Stays: true})
}

// shelve adds w to what can be taken back.
func (m *Model) shelve(w Draft) {
	const most = 8
	list := m.Shelved
	if len(list) == most {
		list = list[1:]
	}
	m.Shelved = append(list[:len(list):len(list)], w)
}

func (v Visit) update(m *Model) []Cmd {
	if v == m.visited {
		return nil
	}
	first := m.visited == Visit{}
	m.visited = v
	if v.Fragment != "" {
		return m.openLink(v, first)
	}
	if v.Preset == "" || v.Preset == m.Preset {
		return nil
	}
	return OpenPreset{v.Preset}.update(m)
}

// AddressSynced tells that the address bar shows the stage now, as far as a link can
// hold it, so that an address typed or pasted later is known to be another one.
type AddressSynced struct{ Visit }

func (s AddressSynced) update(m *Model) []Cmd {
	m.visited = s.Visit
	return []Cmd{StoreStage{m.stageText()}}
}

// openLink puts the scenario of a link on the stage, at its step. One that cannot
// be read changes nothing; with the first the page of a shipped scenario opens.
func (m *Model) openLink(v Visit, first bool) []Cmd {
	shared, err := link.Decode(v.Fragment)
	var w Draft
	if err == nil {
		w, err = draftFromLink(shared)
	}
	if err != nil {
		if base, ok := shippedDraft(v.Preset); ok && first {
			m.Draft = base
		}
		return m.addNotice(Notice{Text: "This link cannot be opened: " + err.Error() + ". Nothing of yours was changed.", Error: true, Stays: true})
	}
	cmds := m.openDraft(w, "")
	if !shared.Changed {
		return cmds
	}
	more := m.addNotice(Notice{Text: "This link was made when the playground gave another outcome for these steps. What you see is today's.", Stays: true})
	return append(cmds, more...)
}

// draftFromLink puts what a link holds on the stage.
func draftFromLink(shared link.Link) (Draft, error) {
	w := Draft{Intro: shared.Script.Intro, Outro: shared.Script.Outro, Config: shared.History.World(0).Config()}
	if err := w.replay(shared.History, shared.Script.Steps); err != nil {
		return w, err
	}
	w.Preset = scenarios.FromScript(shared.Script).Name
	if len(w.Intro) == 0 {
		w.Intro = []string{"Shared scenario"}
	}
	w.seek(shared.Step)
	return w, nil
}

// NewScenario clears the stage for a new scenario.
type NewScenario struct{}

func (NewScenario) update(m *Model) []Cmd {
	return m.openDraft(emptyDraft(), "A new connection is on the stage.")
}
