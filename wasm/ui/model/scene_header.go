package model

import (
	"slices"
	"sync"

	"closenotify/engine"
	"closenotify/scenarios/store"
)

// Header is the top of the page.
type Header struct {
	Unsaved   bool
	Scenarios []ChoiceGroup // the scenario menu; each Value is an action
	Profiles  []Choice
	Versions  []Choice
	Theme     string
	Motion    string
	Future    string
	Ask       bool
}

// ChoiceGroup is a part of a menu with a title.
type ChoiceGroup struct {
	Title   string
	Choices []Choice
}

// Choice is an entry of a menu.
type Choice struct {
	Value, Text string
	On          bool // it is chosen
}

// headerScene is the top of the page.
func (m *Model) headerScene() Header {
	h := Header{Unsaved: m.Dirty, Theme: m.Theme, Motion: m.Motion, Future: m.futureShown(), Ask: m.Ask.On, Scenarios: m.scenarioChoices()}
	h.Profiles, h.Versions = releaseChoices(m.Config)
	h.Profiles = append(h.Profiles, Choice{whichRelease, "Which is mine?", false})
	return h
}

// whichRelease is the entry of the menu of releases that opens the dialog about them.
const whichRelease = "which"

// releaseChoices are the menus of releases and of versions, with those of c chosen.
func releaseChoices(c engine.Config) (profiles, versions []Choice) {
	profiles = slices.Clone(releaseMenu())
	for i := range profiles {
		profiles[i].On = profiles[i].Value == c.Profile
	}
	for _, v := range engine.Versions {
		versions = append(versions, Choice{v.String(), v.Label(), v == c.Version})
	}
	return profiles, versions
}

// releaseMenu is the menu of releases, made once. A name without a patch number is followed by
// the patch that was recorded. Older patches are indented.
var releaseMenu = sync.OnceValue(func() []Choice {
	var list []Choice
	for _, p := range ReleasesByLine() {
		label := p.Label()
		if p.Series() == p.Name {
			label += " (" + p.Patch + ")"
		} else {
			label = "\u2003" + label
		}
		list = append(list, Choice{Value: p.Name, Text: label})
	}
	return list
})

// ReleasesByLine lists the profiles, oldest line first. The older patches of a line follow
// its newest one.
func ReleasesByLine() []engine.Profile {
	var list []engine.Profile
	for _, newest := range engine.Profiles() {
		if newest.Series() != newest.Name {
			continue
		}
		list = append(list, newest)
		for _, p := range engine.Profiles() {
			if p.Series() == newest.Name && p.Name != newest.Name {
				list = append(list, p)
			}
		}
	}
	return list
}

// mostInPicker is how many saved scenarios are offered there. The dialog has them all.
const mostInPicker = 20

// scenarioChoices lists everything that can be put on the stage. What is there has an entry
// of its own if it is none of the others.
func (m *Model) scenarioChoices() []ChoiceGroup {
	var now ChoiceGroup
	onStage, stored := m.Saved.byID(m.SavedID)
	if m.Dirty || !stored && (m.Preset == "" || isCode(m.Preset) || m.SavedID != "") {
		title := m.Title()
		if m.Dirty {
			title += " (changed)"
		}
		now = ChoiceGroup{"On the stage", []Choice{{"", title, true}}}
	}
	list := []ChoiceGroup{now}
	for _, e := range m.Library.Entries() {
		if last := len(list) - 1; list[last].Title != e.Chapter {
			list = append(list, ChoiceGroup{Title: e.Chapter})
		}
		chapter := &list[len(list)-1]
		chapter.Choices = append(chapter.Choices, Choice{"open-preset " + e.Name, e.Title, now.Title == "" && m.SavedID == "" && e.Name == m.Preset})
	}
	saved := ChoiceGroup{Title: "Saved"}
	offered := m.Saved.Items[:min(len(m.Saved.Items), mostInPicker)]
	if stored && store.Find(offered, m.SavedID) < 0 {
		offered = append(slices.Clip(offered), onStage)
	}
	for _, e := range offered {
		saved.Choices = append(saved.Choices, Choice{"open-saved " + e.ID, e.Title, now.Title == "" && e.ID == m.SavedID})
	}
	if len(m.Saved.Items) > mostInPicker {
		saved.Choices = append(saved.Choices, Choice{"show-dialog saved", "All saved scenarios\u2026", false})
	}
	before := ChoiceGroup{Title: "Earlier in this visit"}
	if n := len(m.Shelved); n > 0 {
		before.Choices = append(before.Choices, Choice{"unshelve", "Back to \u201c" + m.Shelved[n-1].Title() + "\u201d", false})
	}
	other := ChoiceGroup{"New", []Choice{{"new-scenario", "New scenario", false}, {"program-paste", "Paste your code", false}}}
	return slices.DeleteFunc(append(list, saved, before, other), func(g ChoiceGroup) bool { return len(g.Choices) == 0 })
}
