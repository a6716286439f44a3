package predict

import (
	"slices"

	"closenotify/engine"
)

// scenario is a branch up to the step about which a question is asked, the last of ops.
type scenario struct {
	h    engine.History
	path []engine.NodeID
	ops  []engine.Op
	// programs says that a peer runs a program. It was compiled for one release, so the release
	// cannot be changed.
	programs bool
	played   int       // steps that were played in other scenarios
	near     []*moment // see closeBy
}

// Limits of what is played for a question in a long scenario: how many of the latest steps are left
// out or changed, and up to which length all are played under another release.
const (
	maxEdited   = 16
	maxReplayed = 256
)

// scenarioTo is the branch up to step i.
func scenarioTo(h engine.History, path []engine.NodeID, i int) *scenario {
	s := &scenario{h: h, path: path[:i+1]}
	for _, id := range path[1 : i+1] {
		op := h.Op(id)
		s.ops = append(s.ops, op)
		s.programs = s.programs || op.Verb.IsOfProgram()
	}
	return s
}

// root is the World before the first step.
func (s *scenario) root() engine.World { return s.h.World(s.path[0]) }

// last is the number of the step that is asked about.
func (s *scenario) last() int { return len(s.ops) }

// asked is its operation.
func (s *scenario) asked() engine.Op { return s.ops[len(s.ops)-1] }

// moment is its moment.
func (s *scenario) moment() *moment { return momentAt(s.h, s.path, s.last()) }

// answer is what a moment of the scenario, or of an edited one, does in one aspect. ok is false if
// it is not the answer to the same question: that of another peer's read is none.
func (s *scenario) answer(m *moment, a Aspect) (Answer, bool) {
	if a == Peer && m.probe().Role != s.moment().probe().Role {
		return Answer{}, false
	}
	return m.answer(a)
}

// with is what the last step does if the scenario is edited. ok is false if the edits do not fit.
func (s *scenario) with(edits ...Edit) (m *moment, ok bool) {
	w, ops, keep := s.edited(edits)
	if ops == nil || !w.HasSockets() && slices.ContainsFunc(edits, closes) {
		return nil, false
	}
	for _, op := range ops[keep : len(ops)-1] {
		var err error
		if w, _, err = w.Apply(op); err != nil {
			return nil, false
		}
		s.count(w, op)
	}
	m, ok = take(w, ops[len(ops)-1])
	s.count(w, ops[len(ops)-1])
	return m, ok
}

// closes reports whether an edit puts in close(2), which only sockets have.
func closes(e Edit) bool { return e.Op.Verb == engine.VerbClose }

// count counts a step that was played. A program may run for long before its call.
func (s *scenario) count(w engine.World, op engine.Op) {
	s.played++
	if op.Verb == engine.VerbNext {
		s.played += w.Program(op.Role).Instructions() / instructionsOfStep
	}
}

const instructionsOfStep = 2000 // of a program, that count as one more step

// edited is the edited scenario, without the steps that it shares with the original: keep of its
// operations have led to w. The operations are nil if the edits do not fit.
func (s *scenario) edited(edits []Edit) (w engine.World, ops []engine.Op, keep int) {
	config := s.root().Config()
	keep = s.last() - 1
	for _, e := range edits {
		switch e.Kind {
		case Release:
			config.Profile = e.Profile
		case OtherVersion:
			config.Version = e.Version
		default:
			keep = min(keep, e.At-1)
		}
	}
	if config == s.root().Config() {
		return s.h.World(s.path[keep]), s.editedOps(edits), keep
	}
	w, err := engine.New(config)
	if err != nil || s.programs {
		return engine.World{}, nil, 0
	}
	return w, s.editedOps(edits), 0
}

// editedOps are the operations with the edits.
func (s *scenario) editedOps(edits []Edit) []engine.Op {
	ops := make([]engine.Op, 0, len(s.ops)+len(edits))
	for i, op := range s.ops {
		gone := false
		for _, e := range edits {
			switch {
			case e.At != i+1:
			case e.Kind == Insert:
				ops = append(ops, e.Op)
			case e.Kind == LeaveOut:
				gone = true
			case e.Kind == Change:
				op = e.Op
			}
		}
		if !gone {
			ops = append(ops, op)
		}
	}
	for _, e := range edits {
		if e.At > s.last() {
			ops = append(ops, e.Op)
		}
	}
	return ops
}
