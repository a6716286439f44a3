package model

import (
	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/scenarios"
)

// ClosingCard is what the page says at the last step of a shipped scenario or of its code, and
// after the mistake that it invites to make.
type ClosingCard struct {
	Text      string // what the scenario has shown, or what the mistake has caused; "" for no card
	Fix       string // what to do, one sentence; "" after the mistake
	Try       string // the mistake, "" after it was made
	Wrong     string // the script with the wrong code, "" for none
	Right     string // that with the right code
	Next      string // the title of the next scenario, "" after the last
	NextName  string
	Lesson    string // the scenario's name
	Completed bool   // the steps are done, without the mistake
}

// closingCard is the card at the cursor.
func (m *Model) closingCard() ClosingCard {
	entry := m.Library.Entry(m.Preset)
	if entry == nil || m.At == 0 || entry.Challenge != "" {
		return ClosingCard{}
	}
	card := ClosingCard{Lesson: entry.Name}
	try := entry.Closing.Try
	switch {
	case m.atEndOfPreset() && isCode(m.Preset):
		card.Completed, card.Text = true, "The fix: "+entry.Fix
		card.addCode(entry, m.Preset)
	case m.atEndOfPreset():
		card.Completed, card.Text, card.Fix, card.Try = true, entry.Closing.Seen, entry.Fix, try.Text
		if try.Step == "" {
			card.Try = "See " + stepName(try.After) + " in " + profileLabel(m.triedProfile(try))
		}
		card.addCode(entry, m.Preset)
	case !isCode(m.Preset) && m.hasTried(try):
		card.Text = try.Outcome
	case m.TriedFrom != "" && m.At == try.After && m.otherOutcome() != "":
		card.Text = m.otherOutcome()
	default:
		return ClosingCard{}
	}
	if next := m.Library.Next(m.Preset); next != nil {
		card.Next, card.NextName = next.Title, next.Name
	}
	return card
}

// addCode adds the scripts with code, without the one on the stage.
func (c *ClosingCard) addCode(e *scenarios.Entry, onStage string) {
	if e.Wrong != "" {
		c.Wrong, c.Right = e.Name+scenarios.WrongCode, e.Name+scenarios.RightCode
	}
	switch onStage {
	case c.Wrong:
		c.Wrong = ""
	case c.Right:
		c.Right = ""
	}
}

// atEndOfPreset reports whether the cursor is at the end of the shipped scenario's own steps.
func (m *Model) atEndOfPreset() bool {
	s, err := m.Library.Find(m.Preset)
	if err != nil || m.At != m.Len() {
		return false
	}
	at, ok := m.follow(s, len(s.Script.Steps))
	return ok && at == m.Len()
}

// hasTried reports whether the step at the cursor is the mistake that the scenario invites to
// make.
func (m *Model) hasTried(try scenarios.Try) bool {
	s, err := m.Library.Find(m.Preset)
	if err != nil || try.Step == "" || m.At != try.After+1 {
		return false
	}
	if _, ok := m.follow(s, try.After); !ok {
		return false
	}
	op, err := engine.ParseOp(try.Step)
	return err == nil && m.Step(m.At).Op == op
}

// follow reports whether the branch begins with the first n steps of a shipped scenario and has
// its start, transport and programs. at is how many steps of the branch these are: the step run
// stands for several.
func (m *Model) follow(s scenarios.Scenario, n int) (at int, ok bool) {
	if !hasSamePrograms(s.Script.Programs, m.Programs) || m.Config.Start != m.WrittenFor.Start || m.Config.Transport != m.WrittenFor.Transport {
		return 0, false
	}
	for _, step := range s.Script.Steps[:min(n, len(s.Script.Steps))] {
		for step.Run && at < m.Len() && m.Step(at+1).Op.Verb == engine.VerbNext {
			at++
		}
		if step.Run {
			continue
		}
		if at == m.Len() || m.Step(at+1).Op != step.Op {
			return 0, false
		}
		at++
	}
	return at, true
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
	entry := m.Library.Entry(m.Preset)
	if entry == nil || isCode(m.Preset) || !m.atEndOfPreset() {
		return nil
	}
	try := entry.Closing.Try
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
