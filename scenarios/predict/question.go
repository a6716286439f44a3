package predict

import (
	"iter"
	"slices"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// Question is a question about a step with its choices.
type Question struct {
	Key     string // stays the same as long as the steps up to this one do
	Step    int
	Aspect  Aspect
	Text    string
	Choices []Choice
	Right   int // the index of the right one
}

// IsAfter reports whether the question tells what the call returned, so that it must be asked after
// the step, and not before.
func (q Question) IsAfter() bool { return q.Aspect == Means }

// Choice is one answer of a question.
type Choice struct {
	Answer     Answer
	Text       string
	Confusions []*Confusion // with which somebody would take it
}

// Limits of the number of choices.
const (
	minChoices = 3
	maxChoices = 5
	usual      = 4 // unless more confusions fit
)

// Questions lists what can be asked before step i, of what there is to learn about it. It is
// empty for a step that does what everybody expects.
func Questions(h engine.History, path []engine.NodeID, i int) []Question {
	var list []Question
	s := scenarioTo(h, path, i)
	if !teaches(s.moment()) {
		return nil
	}
	for _, a := range Aspects {
		if q, ok := s.question(a); ok {
			list = append(list, q)
		}
	}
	return list
}

// question makes the question about one aspect. ok is false if there is none.
func (s *scenario) question(a Aspect) (q Question, ok bool) {
	m := s.moment()
	right, ok := m.answer(a)
	if !ok || a == Peer && right.Ret > 0 && !m.first() { // it has still to read what came before
		return Question{}, false
	}
	wrong := confusedChoices(m, right)
	if len(wrong) == 0 && !worthAsking(m, right) {
		return Question{}, false
	}
	wrong = s.filled(wrong, right)
	if len(wrong) < minChoices-1 {
		return Question{}, false
	}
	q = Question{Key: s.key(a), Step: s.last(), Aspect: a, Text: questionText(m, a)}
	q.Choices = append(wrong, Choice{Answer: right, Text: right.Text()})
	s.shuffle(q.Choices, a)
	q.Right = slices.IndexFunc(q.Choices, func(c Choice) bool { return c.Answer == right })
	return q, true
}

// filled adds choices from scenarios close by until there are as many as usual.
func (s *scenario) filled(wrong []Choice, right Answer) []Choice {
	if len(wrong) >= usual-1 {
		return wrong
	}
	for _, m := range s.closeBy() {
		if other, ok := s.answer(m, right.Aspect); ok {
			if wrong = withChoice(wrong, right, other, nil); len(wrong) == usual-1 {
				break
			}
		}
	}
	return wrong
}

// withChoice adds a wrong choice, or a confusion to one that is already there. A choice that
// reads like another one is left out.
func withChoice(wrong []Choice, right, a Answer, c *Confusion) []Choice {
	text := a.Text()
	if a == right || text == right.Text() {
		return wrong
	}
	for i := range wrong {
		if wrong[i].Text == text {
			if c != nil {
				wrong[i].Confusions = append(wrong[i].Confusions, c)
			}
			return wrong
		}
	}
	if len(wrong) == maxChoices-1 {
		return wrong
	}
	choice := Choice{Answer: a, Text: text}
	if c != nil {
		choice.Confusions = []*Confusion{c}
	}
	return append(wrong, choice)
}

// confusedChoices are the choices to which confusions lead.
func confusedChoices(m *moment, right Answer) []Choice {
	var wrong []Choice
	for _, c := range Confusions {
		if c.Aspect != right.Aspect {
			continue
		}
		if a, fits := c.wrong(m); fits {
			a.Aspect = c.Aspect
			wrong = withChoice(wrong, right, a, c)
		}
	}
	return wrong
}

// closeBy are the moments of the call in scenarios close by, the most likely first: under other
// releases and in the other version, by the other peer, one step earlier, one later, with a step left
// out, with one put in before it, and with other calls in its place.
func (s *scenario) closeBy() []*moment {
	if s.near != nil {
		return s.near
	}
	edited := func(edits iter.Seq[Edit]) {
		for e := range edits {
			if m, ok := s.with(e); ok {
				s.near = append(s.near, m)
			}
		}
	}
	edited(s.settings)
	edited(s.swap)
	around := []engine.World{s.moment().after}
	if s.last() > 1 {
		around = append(around, s.h.World(s.path[s.last()-2]))
	}
	for _, w := range around {
		if m, ok := take(w, s.asked()); ok {
			s.near = append(s.near, m)
		}
	}
	edited(s.omissions)
	edited(s.before(s.likely()))
	edited(s.before(s.unlikely()))
	edited(s.replacements)
	return s.near
}

// questionText is the question.
func questionText(m *moment, a Aspect) string {
	op := m.step.Op
	who := "The " + op.Role.String()
	does := who + " calls " + explain.CallText(m.step) + ". "
	if !op.IsCall() {
		does = capitalized(explain.Subject(op)) + ": " + explain.NetworkStep(op) + ". "
	}
	switch probe := m.probe(); a {
	case Returns:
		return does + "What does the call return?"
	case Error:
		return does + "What does SSL_get_error say about the result?"
	case Flags:
		return does + "Which shutdown flags change?"
	case Wire:
		return does + "What does this call put on the wire?"
	case Peer:
		return does + "If the " + probe.Role.String() + " calls " + probe.Call() + " next, what does that call return?"
	}
	text := who + " called " + explain.CallText(m.step) + ", and it returned " + explain.ReturnText(m.step)
	if m.step.Error != engine.ErrorNone && !explain.Misleading(m.step) {
		text += " with " + m.step.Error.String()
	}
	return text + ". What does that mean?"
}

// Probe is the call about which a question about the other peer asks. ok is false for any other
// question.
func (q Question) Probe(h engine.History, path []engine.NodeID) (op engine.Op, ok bool) {
	return momentAt(h, path, q.Step).probe(), q.Aspect == Peer
}
