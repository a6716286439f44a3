package engine

// turn is one Apply under way: the World being changed and the Step being
// written.
type turn struct {
	world *World
	step  *Step

	// What this turn has copied already, and may write into.
	ownsErrors, ownsPartial bool

	inStatem  bool // the state machine of handshake messages is at work, its buffer in place
	stalled  bool // the call waits in its BIO
	owing    bool // the call would return, but for bytes that are not out yet
	resuming bool // a blocked call goes on
	leftForAppData bool // a handshake was left because data came that may be read now
}

// ep is the caller's endpoint; in and out are its wires.
func (t *turn) ep() *Endpoint { return &t.world.endpoints[t.step.Op.Role] }
func (t *turn) in() *Wire     { return &t.world.wires[Incoming(t.step.Op.Role)] }
func (t *turn) out() *Wire    { return &t.world.wires[Outgoing(t.step.Op.Role)] }

// call runs a peer's library call.
func (t *turn) call(op Op) {
	if t.ep().state == Freed {
		t.step.fire(RuleFreed)
		return
	}
	if _, blocked := t.ep().Blocked(); blocked {
		t.step.fire(RuleBlocked)
		return
	}
	if !t.ep().keepErrors {
		t.world.errors = nil
	}
	ret := t.library(op.Verb, op.N)
	if t.suspend(ret) {
		t.step.Blocked = true
		return
	}
	if verbs[op.Verb].returns {
		t.step.Returned = true
		t.step.Ret = ret
		t.step.oldest, t.step.profile = t.world.errors.oldest(), t.world.profile
		t.step.Reason = t.world.profile.text(t.step.oldest)
		t.step.Error = t.getError(ret)
	}
}

// noteMove notes what happened to bytes of a record.
func (t *turn) noteMove(k MoveKind, d Direction, r Record, from, to int) {
	t.step.moves.add(Move{k, d, r, from, to})
}
