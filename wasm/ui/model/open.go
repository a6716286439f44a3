package model

import (
	"slices"

	"closenotify/scenarios"
)

// Pick puts a shipped scenario on the stage.
type Pick struct{ Preset string }

// TakeBack puts what was there before on the stage again.
type TakeBack struct{}

// Visit is what the address bar says.
type Visit struct{ Preset, Fragment string }

func (p Pick) update(m Model) (Model, []Cmd) {
	w, ok := shipped(p.Preset)
	if !ok {
		return m.notice(Notice{Text: "There is no shipped scenario called " + p.Preset + ".", Bad: true})
	}
	return m.open(w, "")
}

func (TakeBack) update(m Model) (Model, []Cmd) {
	if len(m.Kept) == 0 {
		return m, nil
	}
	last := len(m.Kept) - 1
	w := m.Kept[last]
	m.Kept = m.Kept[:last:last]
	return m.open(w, "")
}

// open puts w on the stage. Work that is nowhere else is kept, and the notice
// says how to get it back.
func (m Model) open(w Work, text string) (Model, []Cmd) {
	m = m.stopped()
	m.Dialog = ""
	unsaved := m.Dirty || m.Text.Err != nil
	if unsaved {
		m.Kept = kept(m.Kept, m.Work)
	}
	m.Work = w
	m = m.arrived(false)
	if !unsaved {
		if text == "" {
			return m, nil
		}
		return m.notice(Notice{Text: text})
	}
	if text == "" {
		text = "Opened \u201c" + w.Title() + "\u201d."
	}
	return m.notice(Notice{Text: text, Label: "Back to what you had", Do: TakeBack{}, Stays: true})
}

// kept adds w to what can be taken back, newest last, in a new slice.
func kept(list []Work, w Work) []Work {
	const most = 8
	if len(list) == most {
		list = list[1:]
	}
	return append(slices.Clip(list), w)
}

func (v Visit) update(m Model) (Model, []Cmd) {
	if v == m.visited {
		return m, nil
	}
	m.visited = v
	if v.Fragment != "" {
		return m.openLink(v)
	}
	if v.Preset == "" || v.Preset == m.Preset {
		return m, nil
	}
	return Pick{v.Preset}.update(m)
}

// Synced tells that the address bar shows the stage now, so that an address typed
// or pasted later is known to be another one.
type Synced struct{ Visit }

func (s Synced) update(m Model) (Model, []Cmd) {
	m.visited = s.Visit
	return m, nil
}

// openLink puts the scenario of a link on the stage, at its step. One that cannot
// be read changes nothing.
func (m Model) openLink(v Visit) (Model, []Cmd) {
	link, err := scenarios.DecodeLink(v.Fragment)
	var w Work
	if err == nil {
		w, err = fromLink(link)
	}
	if err != nil {
		if base, ok := shipped(v.Preset); ok && !m.Dirty {
			m.Work = base
		}
		return m.notice(Notice{Text: "This link cannot be opened: " + err.Error() + ". Nothing of yours was changed.", Bad: true, Stays: true})
	}
	m, cmds := m.open(w, "")
	if !link.Changed {
		return m, cmds
	}
	m, more := m.notice(Notice{Text: "This link was made when the playground gave another outcome for these steps. What you see is today's.", Stays: true})
	return m, append(cmds, more...)
}

// fromLink puts what a link holds on the stage.
func fromLink(link scenarios.Link) (Work, error) {
	w, err := newWork(link.Script)
	if err != nil {
		return w, err
	}
	w.Preset = scenarios.FromScript(link.Script).Name
	if len(w.Intro) == 0 {
		w.Intro = []string{"Shared scenario"}
	}
	return w.seek(link.Step), nil
}
