package explain

import "closenotify/engine"

// CausingStep is an earlier step that made a step end the way it did.
type CausingStep struct {
	N    int    // its number
	Text string // "close_notify sent by client SSL_shutdown() → 0 ..."
}

// Limits of CausingSteps: how many it lists, and how many steps it looks back.
const (
	maxCausingSteps = 4
	maxStepsBack    = 400
)

// CausingSteps finds what caused step i of a branch: the steps that sent what it read,
// and for an error what had gone wrong before. path is the branch from its root, so
// step i leads to path[i].
func CausingSteps(h engine.History, path []engine.NodeID, i int) []CausingStep {
	b := branch{h, path}
	step := b.step(i)
	var list []CausingStep
	add := func(n int, text string) {
		for _, c := range list {
			if c.N == n {
				return
			}
		}
		if n > 0 && n < i && len(list) < maxCausingSteps {
			list = append(list, CausingStep{n, text + Line(b.step(n))})
		}
	}
	for _, move := range step.ByteMoves() {
		if move.Kind == engine.Consumed {
			add(b.sender(move.Record.ID, i), RecordName(move.Record)+" sent by ")
		}
	}
	for _, late := range step.LateReturns() {
		add(late.Step, "the call that was blocked: ")
	}
	if ToneOf(step) == ToneFatal || Misleading(step) {
		n, text := b.earlierFailure(i)
		add(n, text)
	}
	return list
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

// earlierFailure looks for what made the call of step i fail: the flag that forbids
// it, an error of the same peer, or what the other peer or the network did.
func (b branch) earlierFailure(i int) (n int, text string) {
	op := b.step(i).Op
	before := b.history.World(b.path[i-1]).Endpoint(op.Role)
	if op.Verb == engine.VerbWrite && before.Shutdown().Has(engine.SentShutdown) {
		return before.SentBy().Step, "SENT was set by "
	}
	for n := i - 1; n > max(0, i-maxStepsBack); n-- {
		s := b.step(n)
		switch {
		case !s.Op.IsCall():
			if Harmful(s.Op) || s.Op.Verb == engine.VerbFIN {
				return n, ""
			}
		case s.Op.Role == op.Role:
			if ToneOf(s) == ToneFatal {
				return n, "the connection failed in "
			}
		case s.Op.Verb == engine.VerbClose || s.Op.Verb == engine.VerbFree:
			return n, ""
		}
	}
	return 0, ""
}

// Harmful reports whether op makes the network lose, damage or forge bytes, or fail.
// FIN is not among these: every TCP connection ends with one.
func Harmful(op engine.Op) bool {
	switch op.Verb {
	case engine.VerbReset, engine.VerbBroken, engine.VerbTruncate, engine.VerbCorrupt, engine.VerbInjectAlert:
		return true
	}
	return false
}
