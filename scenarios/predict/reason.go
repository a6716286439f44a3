package predict

import (
	"cmp"
	"slices"

	"closenotify/engine"
)

// Reason asks why a step does what was asked about: "because …".
type Reason struct {
	Text    string
	Choices []string // sentences of rules
	Right   int      // the index of the right one
	Rule    engine.Rule
}

// Because asks for the reason of the answer to a question. The right choice is the rule that
// decided the step in the asked aspect. The wrong ones are rules of the same kind of call that
// did not. ok is false if no rule decides the aspect alone, or if there are too few others.
func Because(h engine.History, path []engine.NodeID, q Question) (r Reason, ok bool) {
	s := scenarioTo(h, path, q.Step)
	m := s.moment()
	right, ok := decided(m, q.Aspect)
	if !ok {
		return Reason{}, false
	}
	choices := append(s.siblings(q.Aspect, right), right.Sentence)
	if len(choices) < minChoices {
		return Reason{}, false
	}
	s.order(choices, q.Aspect.String()+" order")
	return Reason{
		Text: "Why?", Choices: choices, Rule: right,
		Right: slices.Index(choices, right.Sentence),
	}, true
}

// Why is the sentence of the rule that decided the step in the asked aspect, or else of the first
// rule that decided anything in it. It is "" for a step without a rule.
func Why(h engine.History, path []engine.NodeID, q Question) string {
	m := momentAt(h, path, q.Step)
	if r, ok := decided(m, q.Aspect); ok {
		return r.Sentence
	}
	for _, r := range m.step.Rules() {
		if r.Name != engine.RuleProgramRuns.Name {
			return r.Sentence
		}
	}
	return ""
}

// decided finds the first rule that decided a step in an aspect.
func decided(m *moment, a Aspect) (engine.Rule, bool) {
	for _, f := range families {
		if !f.has(m) {
			continue
		}
		deciding := f.deciding(a)
		for _, r := range m.step.Rules() {
			if slices.ContainsFunc(deciding, func(d *engine.Rule) bool { return d.Name == r.Name }) {
				return r, true
			}
		}
	}
	return engine.Rule{}, false
}

// maxReasons is how many wrong reasons there are.
const maxReasons = 3

// siblings are the sentences of rules that might have decided the aspect and did not.
func (s *scenario) siblings(a Aspect, right engine.Rule) []string {
	m := s.moment()
	release := releaseOf(m.before)
	var list []string
	for _, f := range families {
		if !f.has(m) {
			continue
		}
		for _, r := range f.deciding(a) {
			if !m.step.Fired(r) && r.In(release) && !alike(*r, right) && !slices.Contains(list, r.Sentence) {
				list = append(list, r.Sentence)
			}
		}
	}
	s.order(list, a.String()+" choice")
	return list[:min(len(list), maxReasons)]
}

// order puts sentences in an order that the scenario decides. Those that are chosen by one order must
// be shown in another, or the right one would come last.
func (s *scenario) order(sentences []string, purpose string) {
	seed := hash(s.hashed(), purpose)
	sortShort(sentences, func(x, y *string) int { return cmp.Compare(mix(hash(seed, *x)), mix(hash(seed, *y))) })
}

// releaseOf is the number of the release of a World.
func releaseOf(w engine.World) string {
	p, _ := engine.ProfileNamed(w.Config().Profile)
	return p.Patch
}
