package predict

import (
	"iter"
	"slices"
	"strings"

	"closenotify/engine"
)

// Nearest is the scenario with the fewest edits in which a choice would be right.
type Nearest struct {
	Found    bool
	Edits    []Edit
	Sentence string // "It would return 1 if …."
	// Config and Ops are the scenario, and step Asked of it is the one that is asked about. For a
	// question about the other peer, that peer's SSL_read follows.
	Config engine.Config
	Ops    []engine.Op
	Asked  int
}

// Explain finds for each choice of a question the nearest scenario in which it is right. The
// right one has none. It plays about as many steps as budget says, and then gives up.
func Explain(h engine.History, path []engine.NodeID, q Question, budget int) []Nearest {
	s := search{scenario: scenarioTo(h, path, q.Step), budget: budget, found: make([]Nearest, len(q.Choices)), q: q}
	for i := range q.Choices {
		if i != q.Right {
			s.missing++
		}
	}
	s.single()
	s.pairs()
	if q.Aspect == Returns || q.Aspect == Error {
		s.budget += len(q.Choices) * budgetOfReplacing
		s.replace()
	}
	return s.found
}

// budgetOfReplacing is how many steps more may be played to try other calls, which is quick.
const budgetOfReplacing = 50

// search looks for the nearest scenarios.
type search struct {
	*scenario
	q       Question
	budget  int
	missing int
	found   []Nearest
}

// over reports whether nothing is left to do.
func (s *search) over() bool { return s.missing == 0 || s.played > s.budget }

// single tries scenarios with one edit. The other step instead of the one that is asked
// about comes last: it is another question.
func (s *search) single() {
	for _, edits := range []iter.Seq[Edit]{
		s.settings, s.omissions, s.insertions(s.likely()), s.swap, s.insertions(s.unlikely()), s.changes,
	} {
		for e := range edits {
			if s.try(e); s.over() {
				return
			}
		}
	}
	if s.q.Aspect != Returns && s.q.Aspect != Error {
		s.replace()
	}
	if s.q.Aspect == Wire || s.q.Aspect == Means {
		s.closeAfter()
	}
}

// closeAfter tries the scenario in which the same peer closes its socket right after the step.
func (s *search) closeAfter() {
	m := s.moment()
	closes, ok := take(m.after, engine.Op{Verb: engine.VerbClose, Role: m.step.Op.Role})
	s.count(m.after, closes.step.Op)
	sent, ended := closes.sent()
	if !ok || !ended || sent == "" {
		return
	}
	a := Answer{Aspect: Means, Meaning: TCPClosed}
	if s.q.Aspect == Wire {
		first, _ := m.sent()
		a = Answer{Aspect: Wire, Sent: strings.TrimPrefix(first+","+sent, ",")}
	}
	s.note(a, []Edit{{Kind: Insert, At: s.last() + 1, Op: closes.step.Op}}, m)
}

// replace tries other calls instead of the one that is asked about.
func (s *search) replace() {
	for e := range s.replacements {
		if s.try(e); s.over() {
			return
		}
	}
}

// pairs tries scenarios with two edits.
func (s *search) pairs() {
	var singles []Edit
	for _, edits := range []iter.Seq[Edit]{s.insertions(s.likely()), s.omissions, s.settings, s.insertions(s.unlikely())} {
		singles = slices.AppendSeq(singles, edits)
	}
	for i, a := range singles {
		for _, b := range singles[:i+1] {
			if s.over() {
				return
			}
			s.pair(a, b)
		}
	}
}

// pair tries two edits, of which the first in the scenario comes first. Of two insertions in one
// place, both orders are tried.
func (s *search) pair(a, b Edit) {
	switch {
	case a.Kind == Insert && b.Kind == Insert && a.At == b.At:
		s.try(b, a)
		if a != b {
			s.try(a, b)
		}
	case a == b || a.At == 0 && b.At == 0 && a.Kind == b.Kind:
	case a.At < b.At:
		s.try(a, b)
	default:
		s.try(b, a)
	}
}

// try plays the scenario with the edits, and notes it if it makes a choice right.
func (s *search) try(edits ...Edit) {
	if m, ok := s.with(edits...); ok {
		if a, ok := s.answer(m, s.q.Aspect); ok {
			s.note(a, edits, m)
		}
	}
}

// note notes the edits if they are the first with which an answer is right.
func (s *search) note(a Answer, edits []Edit, m *moment) {
	i := slices.IndexFunc(s.q.Choices, func(c Choice) bool { return c.Answer == a })
	if i < 0 || i == s.q.Right || s.found[i].Found {
		return
	}
	s.missing--
	ops := s.editedOps(edits)
	n := Nearest{Found: true, Edits: edits, Sentence: s.sentence(a, edits), Config: m.before.Config(), Ops: ops, Asked: len(ops)}
	if edits[0].At > s.last() {
		n.Asked--
	}
	if s.q.Aspect == Peer {
		n.Ops = append(ops, m.probe())
	}
	s.found[i] = n
}
