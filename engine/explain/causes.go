package explain

import (
	"slices"
	"strings"

	"closenotify/engine"
)

// CausingStep is an earlier step because of which a step ended the way it did.
type CausingStep struct {
	N       int    // its number
	Text    string // "close_notify sent by client SSL_shutdown() → 0 …"
	Paired  bool   // it is a cause only together with the other one of the list
	Without string // what the step would have returned without it, or without both, "-1 SSL_ERROR_WANT_READ"; "" for nothing
}

// Limits of CausingSteps, which the page calls at every step, also while it plays a long
// scenario: how many it lists, how many steps it plays to explain a failure and any other
// step, and how far back it looks for the sender of a record.
const (
	maxCausingSteps      = 3
	maxReplayedOfFailure = 3000
	maxReplayedSteps     = 500
	maxStepsBack         = 400

	instructionsOfStep = 2000 // of a program, that count as one more step
)

// CausingSteps finds what caused step i of a branch. A cause is an earlier step without which
// step i would have another outcome: it is found by playing the branch without it. The
// list has the latest cause first, then those that sent what step i read, or made a call
// that returned in it; of a failure, all its causes, as far as there is room. If a failure
// has no single cause, the list has the latest two steps that are its cause together. path is
// the branch from its root, so step i leads to path[i].
func CausingSteps(h engine.History, path []engine.NodeID, i int) []CausingStep {
	s := causeSearch{branch: branch{h, path}, i: i, budget: maxReplayedSteps}
	step := s.step(i)
	s.actual = Outcome(step)
	if s.actual == "" {
		return nil
	}
	failed := ToneOf(step) == ToneFatal
	if failed {
		s.budget = maxReplayedOfFailure
	}
	s.addLatest(failed)
	for _, move := range step.ByteMoves() {
		if move.Kind == engine.Consumed {
			s.addSingle(s.sender(move.Record.ID, i))
		}
	}
	for _, late := range step.LateReturns() {
		s.addSingle(late.Step)
	}
	if len(s.found) == 0 && failed {
		s.addPair()
	}
	return s.found
}

// causeSearch looks for the causes of step i.
type causeSearch struct {
	branch
	i      int
	actual string // the outcome of step i
	budget int    // steps that may still be played
	found  []CausingStep
}

// addLatest adds the latest cause, and the others if all are wanted.
func (s *causeSearch) addLatest(all bool) {
	for n := s.i - 1; n > 0 && s.budget > 0; n-- {
		if s.addSingle(n) && !all {
			return
		}
	}
}

// isOwn reports whether step n is an earlier one of the program that takes step i. It is no cause:
// without it, the program would only be later.
func (s *causeSearch) isOwn(n int) bool {
	of := s.step(s.i).Op
	return of.Verb == engine.VerbNext && s.step(n).Op == of
}

// addSingle adds step n if it alone is a cause, and reports whether it is.
func (s *causeSearch) addSingle(n int) bool {
	if n < 1 || n >= s.i || s.isOwn(n) || len(s.found) == maxCausingSteps || slices.ContainsFunc(s.found, func(c CausingStep) bool { return c.N == n }) {
		return false
	}
	without, ok := s.outcomeWithout(n, n)
	if ok && without != s.actual {
		s.found = append(s.found, CausingStep{N: n, Text: s.label(n) + Line(s.step(n)), Without: without})
		return true
	}
	return false
}

// addPair adds the latest two steps that are a cause together.
func (s *causeSearch) addPair() {
	for later := s.i - 1; later > 1; later-- {
		for earlier := later - 1; earlier > 0 && s.budget > 0; earlier-- {
			if s.isOwn(later) || s.isOwn(earlier) {
				continue
			}
			if without, ok := s.outcomeWithout(earlier, later); ok && without != s.actual {
				for _, n := range [...]int{later, earlier} {
					s.found = append(s.found, CausingStep{n, s.label(n) + Line(s.step(n)), true, without})
				}
				return
			}
		}
	}
}

// outcomeWithout plays the branch to step i without two steps, or without one if both
// numbers are the same. It reports false if that takes more steps than the budget has.
func (s *causeSearch) outcomeWithout(earlier, later int) (outcome string, ok bool) {
	if s.budget -= s.i - earlier; s.budget < 0 {
		return "", false
	}
	w := s.history.World(s.path[earlier-1])
	var last engine.Step
	for n := earlier + 1; n <= s.i; n++ {
		if n == later {
			continue
		}
		var err error
		op := s.step(n).Op
		if w, last, err = w.Apply(op); err != nil {
			return "", false // no op of a History is refused
		}
		if op.Verb == engine.VerbNext {
			if s.budget -= w.Program(op.Role).Instructions() / instructionsOfStep; s.budget < 0 {
				return "", false
			}
		}
	}
	return Outcome(last), true
}

// Outcome is what somebody sees of a step who sees the return values alone: those of its
// own call and of calls that were blocked, with the errors. It is "" if there are none. Of a
// program it has the call, too, or how it ended.
func Outcome(s engine.Step) string {
	var list []string
	_, ran := s.Program()
	switch {
	case ran && s.Returned:
		list = append(list, CallText(s)+" \u2192 "+resultText(ReturnText(s), s.Error, ReasonOf(s)))
	case ran:
		list = append(list, CallText(s))
	case s.Returned:
		list = append(list, resultText(ReturnText(s), s.Error, ReasonOf(s)))
	}
	for _, l := range s.LateReturns() {
		list = append(list, l.Role.String()+" "+l.Verb.String()+" "+resultText(l.Verb.ReturnText(l.Ret, l.Bytes), l.Error, ReasonOfLate(l)))
	}
	return strings.Join(list, "; ")
}

// resultText is a return value and its error: "-1 SSL_ERROR_SSL (bad write retry)".
func resultText(value string, e engine.SSLError, reason string) string {
	if e != engine.ErrorNone {
		value += " " + e.String()
	}
	if reason != "" {
		value += " (" + reason + ")"
	}
	return value
}

// label says what a causing step did to step i, where that is more than the step itself says.
func (s *causeSearch) label(n int) string {
	for _, move := range s.step(s.i).ByteMoves() {
		if move.Kind == engine.Consumed && s.sender(move.Record.ID, s.i) == n {
			return RecordName(move.Record) + " sent by "
		}
	}
	for _, late := range s.step(s.i).LateReturns() {
		if late.Step == n {
			return "the call that was blocked: "
		}
	}
	return ""
}

// branch is a way through a History from its root.
type branch struct {
	history engine.History
	path    []engine.NodeID
}

// step is step i, counted from 1.
func (b branch) step(i int) engine.Step { return b.history.Step(b.path[i]) }

// sender is the step that put the beginning of a record on the wire, 0 if it is further
// back than maxStepsBack.
func (b branch) sender(id engine.RecordID, i int) int {
	for n := i; n > max(0, i-maxStepsBack); n-- {
		for _, move := range b.step(n).ByteMoves() {
			if move.Record.ID == id && (move.Kind == engine.Queued || move.Kind == engine.Injected) && move.From == 0 {
				return n
			}
		}
	}
	return 0
}
