package model

import (
	"closenotify/engine"
	"strconv"
)

// Cause is an earlier step that the one under the cursor comes of.
type Cause struct {
	Step int
	Text string
}

// causesOf finds the steps that step i comes of: those that wrote what it took off
// the wire, and for an error what went wrong before.
func (m *Model) causesOf(i int) []Cause {
	const most = 4
	step := m.Step(i)
	var list []Cause
	add := func(at int, text string) {
		for _, o := range list {
			if o.Step == at {
				return
			}
		}
		if at > 0 && at < i && len(list) < most {
			list = append(list, Cause{at, text + " " + stepLine(m.Step(at))})
		}
	}
	for _, move := range step.Moves() {
		if move.Kind == engine.Consumed {
			add(m.stepThatSent(move.Record.ID, i), recordName(move.Record)+" came of")
		}
	}
	for _, late := range step.LateReturns() {
		add(late.Step, "the call that waited:")
	}
	if toneOf(step) == ToneFatal || misleading(step) {
		at, text := m.earlierFailure(i)
		add(at, text)
	}
	return list
}

// stepThatSent is the step before i that put a record on the wire, 0 if it is further
// back than anybody would look.
func (m *Model) stepThatSent(id engine.RecordID, i int) int {
	const reach = 400
	for at := i; at > max(0, i-reach); at-- {
		for _, move := range m.Step(at).Moves() {
			if move.Record.ID == id && (move.Kind == engine.Queued || move.Kind == engine.Injected) && move.From == 0 {
				return at
			}
		}
	}
	return 0
}

// earlierFailure looks for what made the call of step i fail: the flag that forbids
// it, what the network did, an error of its own before.
func (m *Model) earlierFailure(i int) (at int, text string) {
	const reach = 400
	op := m.Step(i).Op
	before := m.History.World(m.Path[i-1]).Endpoint(op.Role)
	if op.Verb == engine.VerbWrite && before.Shutdown().Has(engine.Sent) {
		return before.SentBy().Step, "SENT was set by"
	}
	for at := i - 1; at > max(0, i-reach); at-- {
		s := m.Step(at)
		switch {
		case s.Op.IsCall() && s.Op.Role == op.Role && toneOf(s) == ToneFatal:
			return at, "the connection failed in"
		case s.Op.IsCall() && s.Op.Role != op.Role && (s.Op.Verb == engine.VerbClose || s.Op.Verb == engine.VerbFree):
			return at, "the other side had done"
		case !s.Op.IsCall() && isHarmful(s.Op):
			return at, "the network had done"
		}
	}
	return 0, ""
}

// isHarmful reports an operation of the network after which calls fail.
func isHarmful(op engine.Op) bool {
	switch op.Verb {
	case engine.VerbFIN, engine.VerbReset, engine.VerbBroken, engine.VerbTruncate, engine.VerbCorrupt, engine.VerbInjectAlert:
		return true
	}
	return false
}

// causeText says what set a flag.
func (m *Model) causeText(c engine.Cause) string {
	if c.Step < 1 || c.Step > m.Len() {
		return ""
	}
	text := "set in step " + strconv.Itoa(c.Step) + " by " + subject(m.Step(c.Step).Op) + " " + m.Step(c.Step).Op.Call()
	if c.Record != 0 {
		if name, from, ok := m.recordNamed(c); ok {
			text += ", with the " + name + " of the " + from
		}
	}
	return text
}

// recordNamed finds the record that a cause tells of among the moves of its step.
func (m *Model) recordNamed(c engine.Cause) (name, from string, ok bool) {
	for _, move := range m.Step(c.Step).Moves() {
		if move.Record.ID == c.Record {
			return recordName(move.Record), move.Record.From.String(), true
		}
	}
	return "", "", false
}
