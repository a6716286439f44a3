package predict

import (
	"cmp"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// maxRepeats is how often steps that read alike are looked at. A loop repeats its steps.
const maxRepeats = 2

// maxPicks is how many questions a scenario has by itself.
const maxPicks = 4

// Picks are the questions of a scenario that teach most: one to four, in the order of their steps; none
// if nothing in it surprises. A step has one, but for a misleading 0 after which the same call is made
// again at once: it has two.
func Picks(h engine.History, path []engine.NodeID) []Question {
	var all []valued
	seen := map[string]int{}
	for i := 1; i < len(path); i++ {
		line := explain.Line(h.Step(path[i]))
		if seen[line]++; seen[line] > maxRepeats {
			continue
		}
		for _, q := range Questions(h, path, i) {
			all = append(all, valued{q, valueOf(h, path, q)})
		}
	}
	var list []Question
	for len(list) < maxPicks && len(all) > 0 {
		best := slices.MaxFunc(all, func(a, b valued) int { return cmp.Compare(a.worth(list), b.worth(list)) }).Question
		list = append(list, best)
		all = slices.DeleteFunc(all, func(q valued) bool {
			return q.Step == best.Step && !q.belongsTo(best, h, path) || q.repeats(best)
		})
	}
	sortShort(list, func(a, b *Question) int {
		return cmp.Or(cmp.Compare(a.Step, b.Step), cmp.Compare(a.Aspect, b.Aspect))
	})
	return list
}

// valued is a question with what it is worth.
type valued struct {
	Question
	value int
}

// worth is the value beside questions that were picked already: less if they ask the same.
func (q valued) worth(picked []Question) int {
	value := q.value
	for _, p := range picked {
		if p.Aspect == q.Aspect {
			value -= 2
		}
	}
	return value
}

// belongsTo reports whether a question is asked together with another one about the same step: what a
// call returns that is made again at once, and what SSL_get_error says of its misleading 0.
func (q valued) belongsTo(other Question, h engine.History, path []engine.NodeID) bool {
	both := q.Aspect == Returns && other.Aspect == Error || q.Aspect == Error && other.Aspect == Returns
	again := q.Step+1 < len(path) && h.Op(path[q.Step+1]) == h.Op(path[q.Step])
	return both && again && explain.Misleading(h.Step(path[q.Step]))
}

// repeats reports whether another question asks the same and has the same answer.
func (q valued) repeats(other Question) bool {
	return q.Text == other.Text && q.Choices[q.Right].Text == other.Choices[other.Right].Text
}

// valueOf says how much a question teaches, 0 for nothing. People learn from a prediction that
// fails, so one into which confusions lead comes first.
func valueOf(h engine.History, path []engine.NodeID, q Question) int {
	m := momentAt(h, path, q.Step)
	value := 1
	for _, c := range q.Choices {
		value += 3 * min(len(c.Confusions), 2)
	}
	switch explain.ToneOf(m.step) {
	case explain.ToneMisleading:
		value += 4
		switch asked := scenarioTo(h, path, len(path)-1).hashed() & 3; {
		case q.Aspect == Error && asked&1 == 1: // in every other scenario
			value += 2
		case q.IsAfter() && asked == 2: // in every fourth
			value = 2*value + 4
		}
	case explain.ToneFatal:
		value += 3
	case explain.ToneClosed, explain.ToneRetry:
		value++
	}
	if sent, ok := m.sent(); ok && strings.Contains(sent, "_") {
		value++
	}
	if q.Aspect == Returns || q.Aspect == Wire && slices.Contains(ending, m.verb()) { // the plainest questions
		value++
	}
	switch {
	case q.IsAfter(): // no prediction
		value /= 2
	case q.Aspect == Peer && seenNext(h, path, q.Step, m.probe()): // the next step shows it
		value /= 2
	}
	return value
}

// seenNext reports whether the step after step i is a call of the same kind as probe.
func seenNext(h engine.History, path []engine.NodeID, i int, probe engine.Op) bool {
	if i+1 >= len(path) {
		return false
	}
	next := h.Step(path[i+1])
	return next.Op.IsCall() && next.Op.Role == probe.Role && next.CallVerb().ReadsData()
}

// settings are calls that only change how later calls behave, and the network's steps that only
// decide when bytes arrive.
var settings = []engine.Verb{
	engine.VerbSetNbio, engine.VerbSetOptions, engine.VerbSetMode, engine.VerbClearMode, engine.VerbKeepErrors,
	engine.VerbSetQuietShutdown, engine.VerbHold, engine.VerbDeliver, engine.VerbCapacity,
}

// plainRules decide steps that do what everybody expects.
var plainRules = []*engine.Rule{engine.RuleRead, engine.RuleWrite, engine.RulePeek, engine.RuleExSuccess, engine.RuleProgramRuns, engine.RuleFlushFlight}

// teaches reports whether a step may surprise somebody.
func teaches(m *moment) bool {
	op := m.step.Op
	if slices.Contains(settings, op.Verb) || slices.Contains(settings, m.verb()) || op.IsCall() && !m.plain() {
		return false
	}
	return m.step.Blocked || slices.ContainsFunc(m.step.Rules(), func(r engine.Rule) bool {
		return !slices.ContainsFunc(plainRules, func(p *engine.Rule) bool { return p.Name == r.Name })
	})
}

// worthAsking reports whether a question teaches something although no confusion fits.
func worthAsking(m *moment, right Answer) bool {
	switch right.Aspect {
	case Returns:
		return right.Waits || right.Ret <= 0 || m.verb() == engine.VerbShutdown
	case Error:
		return m.step.Ret <= 0
	case Flags:
		return right.Set != [2]engine.ShutdownFlags{} || right.Cleared != [2]engine.ShutdownFlags{}
	case Wire:
		return strings.Contains(right.Sent, "_") || strings.Contains(right.Sent, "FIN") || strings.Contains(right.Sent, "RST")
	case Peer:
		sent, _ := m.sent()
		return !m.step.Op.IsCall() || strings.Contains(sent, "_") || m.verb() == engine.VerbClose
	}
	return true
}
