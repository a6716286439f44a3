package model

import (
	"slices"
	"strings"

	"closenotify/engine"
)

// CompareGroup is a group of releases and versions that do the same, in the Compare panel.
type CompareGroup struct {
	Members     []CompareMembers
	OnStage     bool           // the stage's own is among them
	Chosen      bool           // it is compared with the stage step by step
	Result      StepComparison // with the stage
	Step        int            // the first step that differs, 0 for none
	Difference  string         // the first thing that differs in it, "what it returns"
	Call        string         // of that step
	Here, There CompareCell    // its outcomes
	Differences []engine.Difference
	Action      string // what a press does
}

// differsLike reports whether two groups first differ from the stage in the same way.
func (g CompareGroup) differsLike(other CompareGroup) bool {
	return !g.OnStage && !other.OnStage && g.Result == other.Result && g.Step == other.Step && g.Difference == other.Difference && g.There.Text == other.There.Text
}

// CompareMembers are the members of a group under one version.
type CompareMembers struct {
	Version  string // "TLS 1.3"
	Releases string // "OpenSSL 1.1.1, 3.0", "all releases"
}

// compareGroups are the groups of the panel, the stage's own first. Groups that first differ
// from the stage in the same way are one row.
func (m *Model) compareGroups() []CompareGroup {
	var list []CompareGroup
	other := m.otherConfig()
	for _, g := range m.All.groups {
		c := CompareGroup{Members: g.members(m.Config.Version), Result: g.result, Step: g.first, Difference: g.difference, There: g.outcome, Differences: g.differences}
		for _, r := range g.runs {
			c.OnStage = c.OnStage || r.config == m.Config
			c.Chosen = c.Chosen || r.config == other && m.Other.Title == ""
		}
		c.Action = "compare-with " + g.runs[0].config.Profile + " " + g.runs[0].config.Version.String()
		if c.Step > 0 {
			c.Call, c.Here = compareCall(m.Step(c.Step)), outcomeCell(m.Step(c.Step), m.History.World(m.Path[c.Step]))
		}
		if i := slices.IndexFunc(list, c.differsLike); i >= 0 {
			list[i].Members, list[i].Chosen = append(list[i].Members, c.Members...), list[i].Chosen || c.Chosen
			continue
		}
		list = append(list, c)
	}
	if i := slices.IndexFunc(list, func(c CompareGroup) bool { return c.OnStage }); i > 0 {
		own := list[i]
		list = slices.Insert(slices.Delete(list, i, i+1), 0, own)
	}
	return list
}

// members names the releases of a group, by version, those of version first before others.
func (g runGroup) members(first engine.Version) []CompareMembers {
	var list []CompareMembers
	for _, v := range versionsFrom(first) {
		text, n := "", 0
		for _, r := range g.runs {
			if r.config.Version != v {
				continue
			}
			p, _ := engine.ProfileNamed(r.config.Profile)
			text, n = text+", "+strings.TrimPrefix(p.Label(), "OpenSSL "), n+1
		}
		switch n {
		case 0:
			continue
		case len(engine.Profiles()):
			text = "all releases"
		default:
			text = "OpenSSL " + text[len(", "):]
		}
		list = append(list, CompareMembers{v.Label(), text})
	}
	return list
}
