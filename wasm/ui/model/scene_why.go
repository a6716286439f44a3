package model

import (
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// WhyScene is the Why panel: why the step under the cursor did what it did.
type WhyScene struct {
	Step        string // "server SSL_read(100) → 0 SSL_ERROR_ZERO_RETURN", "" before the first step
	Sentence    string // what decided it, in a sentence or two
	Error       explain.Error
	HasError    bool
	Next        string // what the application should do next, "" if Error says it or there is nothing to say
	Rules       []RuleScene
	Causes      []explain.CausingStep
	Differences []engine.Difference // what releases do differently in the step
	Flags       []FlagCause         // those that are set
	Elsewhere   string              // where a page says what other programs say, "" for nowhere
}

// RuleScene is a rule with its releases and its sources.
type RuleScene struct {
	Sentence, Releases string
	Sources            []explain.Citation
}

// FlagCause is a flag that is set, and what set it. See Pill.
type FlagCause struct {
	Role        engine.Role
	Name        string
	Text        string
	Step        int // to go to, 0 if there is none or the cursor is at it
	Highlighted bool
	Action      string
}

// whyScene is the panel at the cursor.
func (m *Model) whyScene() WhyScene {
	var w WhyScene
	if m.At > 0 {
		step := m.Step(m.At)
		w.Step, w.Sentence = explain.Line(step), explain.Why(step)
		for _, r := range step.Rules() {
			w.Rules = append(w.Rules, RuleScene{r.Sentence, r.Releases(), append(explain.CitationsOf(r.Man, m.releaseLine()), explain.CitationsOf(r.RFC, "")...)})
		}
		w.Error, w.HasError = explain.ErrorOf(m.History, m.Path[m.At])
		if !w.HasError {
			w.Next = explain.Next(m.History, m.Path[m.At])
		}
		w.Differences = step.Differences()
		w.Causes = m.derived.causes.steps
		w.Elsewhere = m.elsewhere()
	}
	for _, r := range engine.Roles {
		for _, p := range m.laneScene(r).Pills {
			if !p.On {
				continue
			}
			if p.Step == m.At {
				p.Step = 0
			}
			w.Flags = append(w.Flags, FlagCause{r, p.Name, p.Cause, p.Step, p.Highlighted, p.Action})
		}
	}
	return w
}

// elsewhere is the place on a lesson's page for the step at the cursor, "" if it is no step of
// a lesson or if nothing is there.
func (m *Model) elsewhere() string {
	s, err := m.Library.Find(m.Preset)
	if err != nil || isCode(m.Preset) || !slices.Contains(strings.Fields(m.Library.Entry(m.Preset).Elsewhere), strconv.Itoa(m.At)) {
		return ""
	}
	if _, ok := m.follow(s, m.At); !ok {
		return ""
	}
	return "/lessons/" + m.Preset + "#stacks-" + strconv.Itoa(m.At)
}
