package model

import (
	"errors"
	"strings"

	"closenotify/scenarios/link"
)

// CompareLink compares the stage with the scenario of a link, an address or its part after the
// "#". CompareSaved compares it with a saved one.
type (
	CompareLink  struct{ Link string }
	CompareSaved struct{ ID string }
)

func (c CompareLink) update(m *Model) []Cmd {
	if c.Link = strings.TrimSpace(c.Link); c.Link == "" {
		return nil
	}
	m.compareLink, m.compareProblem = c.Link, ""
	d, err := m.linkedDraft(c.Link)
	if cmds, ok := m.compileFor(err, c); ok {
		return cmds
	}
	if err != nil {
		m.compareProblem = "This link cannot be compared: " + err.Error() + "."
		return nil
	}
	m.compareDraft(d)
	return nil
}

func (c CompareSaved) update(m *Model) []Cmd {
	s, cmds, ok := m.fetched(c.ID, c)
	if !ok {
		return cmds
	}
	d, err := draftFromText(s.Script, m.codes)
	if cmds, ok := m.compileFor(err, c); ok {
		return cmds
	}
	if err != nil {
		return m.notifyError("\u201c" + s.Title + "\u201d cannot be played: " + err.Error() + ".")
	}
	if s.Title != "" {
		d.Intro = withTitle(d.Intro, s.Title)
	}
	m.compareDraft(d)
	m.Dialog, m.Pane, m.Sheet, m.compareLink, m.compareProblem = "", PaneCompare, true, "", ""
	return []Cmd{ShowPanel{}}
}

// compareDraft compares the stage with another scenario.
func (m *Model) compareDraft(d Draft) {
	m.Other = OtherRun{Title: d.Title(), run: run{history: d.History, path: d.Path}}
}

// linkedDraft is the scenario of a link, or of the address of a lesson, in a text.
func (m *Model) linkedDraft(text string) (Draft, error) {
	v := visitOf(text)
	switch {
	case v.Fragment == "" && v.Preset == "":
		return Draft{}, errors.New("there is no link in this text")
	case v.Fragment == "":
		return shippedDraft(m.Library, v.Preset, m.codes)
	}
	shared, err := m.decodeLink(v.Fragment)
	if err != nil {
		return Draft{}, err
	}
	return draftFromLink(m.Library, shared, m.codes), nil
}

// visitOf finds a link in a text that somebody has pasted, and the lesson in its address.
func visitOf(text string) Visit {
	_, preset, _ := strings.Cut(text, "/s/")
	if end := strings.IndexAny(preset, "/#?%> "); end >= 0 {
		preset = preset[:end]
	}
	return Visit{Preset: preset, Fragment: link.FromText(text)}
}
