package model

import (
	"closenotify/scenarios"
	"closenotify/scenarios/link"
)

// Pick puts a shipped scenario on the stage.
type Pick struct{ Preset string }

// TakeBack puts what was there before on the stage again.
type TakeBack struct{}

// Visit is what the address bar says.
type Visit struct{ Preset, Fragment string }

func (p Pick) update(m *Model) []Cmd {
	w, ok := shipped(p.Preset)
	if !ok {
		return m.fail("There is no shipped scenario called " + p.Preset + ".")
	}
	return m.open(w, "")
}

func (TakeBack) update(m *Model) []Cmd {
	if len(m.Kept) == 0 {
		return nil
	}
	last := len(m.Kept) - 1
	w := m.Kept[last]
	m.Kept = m.Kept[:last:last]
	return m.open(w, "")
}

// open puts w on the stage. Work that is nowhere else is kept, and the notice
// says how to get it back.
func (m *Model) open(w Work, text string) []Cmd {
	m.stop()
	m.Dialog = ""
	unsaved := m.Dirty || m.Text.Err != nil
	if unsaved {
		m.keep(m.Work)
	}
	m.Work = w
	m.arrive(false)
	switch {
	case !unsaved && text == "":
		return nil
	case !unsaved:
		return m.say(text)
	case text == "":
		text = "Opened \u201c" + w.Title() + "\u201d."
	}
	return m.notice(Notice{Text: text, Label: "Back to what you had", Do: TakeBack{}, Stays: true})
}

// keep adds w to what can be taken back.
func (m *Model) keep(w Work) {
	const most = 8
	list := m.Kept
	if len(list) == most {
		list = list[1:]
	}
	m.Kept = append(list[:len(list):len(list)], w)
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
	return Pick{v.Preset}.update(m)
}

// Synced tells that the address bar shows the stage now, as far as a link can
// hold it, so that an address typed or pasted later is known to be another one.
type Synced struct{ Visit }

func (s Synced) update(m *Model) []Cmd {
	m.visited = s.Visit
	return []Cmd{KeepStage{m.stageText()}}
}

// openLink puts the scenario of a link on the stage, at its step. One that cannot
// be read changes nothing; with the first the page of a shipped scenario opens.
func (m *Model) openLink(v Visit, first bool) []Cmd {
	shared, err := link.Decode(v.Fragment)
	var w Work
	if err == nil {
		w, err = fromLink(shared)
	}
	if err != nil {
		if base, ok := shipped(v.Preset); ok && first {
			m.Work = base
		}
		return m.notice(Notice{Text: "This link cannot be opened: " + err.Error() + ". Nothing of yours was changed.", Bad: true, Stays: true})
	}
	cmds := m.open(w, "")
	if !shared.Changed {
		return cmds
	}
	more := m.notice(Notice{Text: "This link was made when the playground gave another outcome for these steps. What you see is today's.", Stays: true})
	return append(cmds, more...)
}

// fromLink puts what a link holds on the stage.
func fromLink(shared link.Link) (Work, error) {
	w := Work{Intro: shared.Script.Intro, Outro: shared.Script.Outro, Config: shared.History.World(0).Config()}
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

// Fresh clears the stage for a new scenario.
type Fresh struct{}

func (Fresh) update(m *Model) []Cmd {
	return m.open(emptyWork(), "A new connection is on the stage.")
}
