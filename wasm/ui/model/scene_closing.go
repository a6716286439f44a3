package model

import (
	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/scenarios"
)

// ClosingCard is what the page says at the last step of a shipped scenario, and after the
// mistake that it invites to make.
type ClosingCard struct {
	Text      string // what the scenario has shown, or what the mistake has caused; "" for no card
	Try       string // the mistake, "" after it was made
	Next      string // the title of the next scenario, "" after the last
	NextName  string
	Completed bool // the steps of the scenario are done, without the mistake
}

// closingCard is the card at the cursor.
func (m *Model) closingCard() ClosingCard {
	closing, ok := scenarios.ClosingOf(m.Preset)
	if !ok || m.At == 0 {
		return ClosingCard{}
	}
	var card ClosingCard
	switch {
	case m.atEndOfPreset():
		card.Completed, card.Text, card.Try = true, closing.Seen, closing.Try.Text
		if closing.Try.Step == "" {
			card.Try = "See " + stepName(closing.Try.After) + " in " + profileLabel(m.triedProfile(closing.Try))
		}
	case m.hasTried(closing.Try):
		card.Text = closing.Try.Outcome
	case m.TriedFrom != "" && m.At == closing.Try.After && m.otherOutcome() != "":
		card.Text = m.otherOutcome()
	default:
		return ClosingCard{}
	}
	if next, ok := scenarios.Next(m.Preset); ok {
		card.Next, card.NextName = next.Title, next.Name
	}
	return card
}

// atEndOfPreset reports whether the cursor is at the end of the shipped scenario's own steps.
func (m *Model) atEndOfPreset() bool {
	s, ok := scenarios.Find(m.Preset)
	return ok && m.At == m.Len() && m.At == len(s.Script.Steps) && m.startsLike(s, m.At)
}

// hasTried reports whether the step at the cursor is the mistake that the scenario invites to
// make.
func (m *Model) hasTried(try scenarios.Try) bool {
	s, ok := scenarios.Find(m.Preset)
	if !ok || try.Step == "" || m.At != try.After+1 || !m.startsLike(s, try.After) {
		return false
	}
	op, err := engine.ParseOp(try.Step)
	return err == nil && m.Step(m.At).Op == op
}

// startsLike reports whether the branch begins with the first n steps of a shipped scenario
// and has its start, transport and programs.
func (m *Model) startsLike(s scenarios.Scenario, n int) bool {
	if !hasSamePrograms(s.Script.Programs, m.Programs) || m.Config.Start != m.WrittenFor.Start || m.Config.Transport != m.WrittenFor.Transport {
		return false
	}
	for i := range n {
		if m.Step(i+1).Op != s.Script.Steps[i].Op {
			return false
		}
	}
	return true
}

// triedProfile is the release under which a Try without a step plays the scenario: the oldest,
// or the default if the oldest does the same as the one on the stage.
func (m *Model) triedProfile(try scenarios.Try) string {
	oldest := engine.Profiles()[0].Name
	if then, ok := m.stepUnder(oldest, try.After); ok && then.Error == m.Step(try.After).Error {
		return engine.DefaultProfile
	}
	return oldest
}

// otherOutcome says what the step at the cursor returned under the release from which a Try
// led to this one, and what it returns now; "" if that is the same.
func (m *Model) otherOutcome() string {
	then, ok := m.stepUnder(m.TriedFrom, m.At)
	now := m.Step(m.At)
	if !ok || explain.Outcome(then) == explain.Outcome(now) {
		return ""
	}
	return "With " + profileLabel(m.TriedFrom) + ", " + now.Op.Call() + " returned " + explain.Outcome(then) + ". With " + profileLabel(m.Config.Profile) + " it returns " + explain.Outcome(now) + "."
}

// stepUnder is step i of the branch as another release takes it.
func (m *Model) stepUnder(profile string, i int) (engine.Step, bool) {
	config := m.Config
	config.Profile = profile
	world, err := m.start(config)
	var step engine.Step
	for n := 1; n <= i && err == nil; n++ {
		world, step, err = world.Apply(m.Step(n).Op)
	}
	return step, err == nil
}

// MakeMistake does what the card at the end of a shipped scenario invites to do. A call begins
// a branch; the steps of the scenario stay on their own.
type MakeMistake struct{}

func (MakeMistake) update(m *Model) []Cmd {
	closing, ok := scenarios.ClosingOf(m.Preset)
	if !ok || !m.atEndOfPreset() {
		return nil
	}
	try := closing.Try
	if try.Step != "" {
		op, err := engine.ParseOp(try.Step)
		if err != nil {
			return m.notifyError(err.Error())
		}
		m.seek(try.After)
		return Act{op}.update(m)
	}
	config, from := m.Config, m.Config.Profile
	config.Profile = m.triedProfile(try)
	_, err := m.start(config)
	if cmds, ok := m.compileFor(err, MakeMistake{}); ok {
		return cmds
	}
	cmds := SetConfig{config}.update(m)
	m.TriedFrom = from
	m.jumpTo(try.After)
	return cmds
}
