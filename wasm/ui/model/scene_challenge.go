package model

import (
	"slices"
	"strconv"

	"closenotify/scenarios/challenges/challenge"
)

// ChallengeStrip is what the page says about the challenge on the stage.
type ChallengeStrip struct {
	Name    string   // "" for no challenge
	Task    string   // "" while the story says it
	Count   string   // how many steps or lines it takes so far, and what that is compared with
	State   string   // what is still missing, or that it is reached; "" if that is not known
	Reached bool     // all goals are met
	Hint    string   // "" while it is hidden
	Moves   []string // the steps that may be added, in the script's words; nil for a program
	Ways    []Way
}

// Way is a button.
type Way struct{ Action, Text string }

// OrderedLines are the lines of a challenge.
type OrderedLines struct {
	Chosen, Left []GivenLine
	Head, Tail   string // what stands before and after the chosen ones
	Refused      string // what the compiler says, "" for nothing
	Loading      Loading
}

// GivenLine is one line that can be put into the program.
type GivenLine struct {
	Index  int // in the challenge
	Text   string
	Chosen bool
}

// challengeStrip is the strip at the cursor.
func (m *Model) challengeStrip() ChallengeStrip {
	t := m.task
	if t == nil {
		return ChallengeStrip{}
	}
	s := ChallengeStrip{Name: t.Name, Count: t.count(), State: t.state(), Reached: t.result.Reached}
	if m.At > 0 {
		s.Task = t.Summary
	}
	for _, op := range t.Allowed {
		s.Moves = append(s.Moves, op.String())
	}
	switch t.Kind {
	case challenge.Repair:
		s.Ways = []Way{{"program-edit " + t.Peer.String(), "Change the program"}}
	case challenge.Order:
		s.Ways = []Way{{"show-dialog order", "Put the lines in order"}}
	}
	if !t.Kind.AddsSteps() {
		s.Ways = append(s.Ways, Way{"challenge-check", "Check with " + strconv.Itoa(len(t.Trials)) + " peers and networks"})
	}
	switch next := m.Library.Next(t.Name); {
	case t.hint:
		s.Hint = t.Hint
	case !s.Reached:
		s.Ways = append(s.Ways, Way{"challenge-hint", "Hint"})
	case next != nil:
		s.Ways = append(s.Ways, Way{"open-preset " + next.Name, "Next: " + next.Title})
	}
	return s
}

// count says how many steps or lines it takes so far.
func (t *task) count() string {
	switch {
	case t.Kind == challenge.Order:
		return countOf(len(t.order), "line") + ". A solution has " + strconv.Itoa(t.Par) + "."
	case t.Kind == challenge.Repair:
		return countOf(t.result.Count, "line") + " changed. A solution changes " + strconv.Itoa(t.Par) + "."
	}
	return countOf(t.result.Count, "step") + ". The best is " + strconv.Itoa(t.Par) + "."
}

// state says what is still missing, or that nothing is; "" if that is not known.
func (t *task) state() string {
	switch {
	case t.refused != "":
		return t.refused
	case t.result.Missing != "" && t.result.Trial > 0:
		return t.Trials[t.result.Trial].Title + " " + t.result.Missing
	case !t.result.Reached:
		return t.result.Missing
	case !t.Kind.AddsSteps():
		return "Done. The program does the right thing with all peers and networks."
	case t.result.Count <= t.Par:
		return "Done, with the fewest possible steps."
	}
	return "Done. It can be done with " + countOf(t.Par, "step") + "."
}

// sayTask adds what has changed about the challenge to what a screen reader says.
func (m *Model) sayTask(before *Model) {
	if m.task != nil && (before.task == nil || m.task.result != before.task.result) {
		text := m.task.state()
		if m.task.refused == "" && !m.task.result.Reached && text != "" {
			text = "Not done yet. " + text // after what the step did, it would be heard as more of that
		}
		m.Status += " " + text
	}
}

// orderedLines are the lines of the challenge while they are put in order.
func (m *Model) orderedLines() OrderedLines {
	t := m.task
	if t == nil || m.Dialog != "order" {
		return OrderedLines{}
	}
	o := OrderedLines{Refused: t.refused, Loading: m.loading()}
	o.Head, o.Tail = t.Frame()
	for _, i := range t.order {
		o.Chosen = append(o.Chosen, GivenLine{i, t.Lines[i], true})
	}
	for i, line := range t.Lines {
		if !slices.Contains(t.order, i) {
			o.Left = append(o.Left, GivenLine{i, line, false})
		}
	}
	return o
}
