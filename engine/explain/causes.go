package explain

import (
	"slices"

	"closenotify/engine"
)

// CausingStep is an earlier step that made a step end the way it did.
type CausingStep struct {
	N    int    // its number
	Text string // "close_notify sent by client SSL_shutdown() → 0 …"
}

// Limits of CausingSteps: how many it lists, and how many steps it looks back.
const (
	maxCausingSteps = 4
	maxStepsBack    = 400
)

// CausingSteps finds what caused step i of a branch: the steps that sent what it read,
// and what had gone wrong before an error. path is the branch from its root, so
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
	if ToneOf(step) == ToneFatal {
		n, text := b.causeOfFailure(i)
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

// causeOfFailure looks for what made the call of step i fail: the flag that forbids it,
// the step in which the connection failed, or what the network or the other peer did to
// the transport. n is 0 if there is nothing to name.
func (b branch) causeOfFailure(i int) (n int, text string) {
	step := b.step(i)
	before := b.endpoint(i-1, step.Op.Role)
	switch {
	case step.Op.Verb.WritesData() && before.Shutdown().Has(engine.SentShutdown):
		return before.SentBy().Step, "SENT was set by "
	case before.Failed():
		return b.failedIn(i, step.Op.Role)
	case refused(step):
		return 0, ""
	}
	directions := directionsOf(step.Op, before)
	for n := i - 1; n > max(0, i-maxStepsBack); n-- {
		op := b.step(n).Op
		if op.Verb == engine.VerbClose {
			return n, ""
		}
		endsTransport := Harmful(op) || op.Verb == engine.VerbFIN
		if endsTransport && slices.Contains(directions, op.Dir) {
			return n, ""
		}
	}
	return 0, ""
}

// endpoint is a peer after step i, or at the root for 0.
func (b branch) endpoint(i int, r engine.Role) engine.Endpoint {
	return b.history.World(b.path[i]).Endpoint(r)
}

// failedIn is the step before step i in which the connection of a peer failed.
func (b branch) failedIn(i int, r engine.Role) (n int, text string) {
	for n := i - 1; n > max(0, i-maxStepsBack); n-- {
		if b.endpoint(n, r).Failed() && !b.endpoint(n-1, r).Failed() {
			return n, "the connection failed in "
		}
	}
	return 0, ""
}

// refused reports whether a call failed for what the application did, whatever the
// transport was like: at the wrong time, with other arguments than before, or with
// none.
func refused(s engine.Step) bool {
	switch s.Reason {
	case "protocol is shutdown", "shutdown while in init", "bad write retry", "bad length", "application data after close notify":
		return true
	case "":
		return s.Op.Verb.TakesArgument() && s.Op.N == 0 && s.Errno == 0
	}
	return false
}

// directionsOf is where a call of a peer reads and writes. Reading needs only what
// comes in and writing only what goes out, except during a handshake.
func directionsOf(op engine.Op, before engine.Endpoint) []engine.Direction {
	if before.State() == engine.Established {
		switch {
		case op.Verb.ReadsData():
			return []engine.Direction{engine.Incoming(op.Role)}
		case op.Verb.WritesData():
			return []engine.Direction{engine.Outgoing(op.Role)}
		}
	}
	return engine.Directions[:]
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
