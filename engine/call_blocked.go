package engine

// blockedCall is a call of a peer with a blocking BIO that waits in it for the
// transport. Worlds share it: it is not written to once its step is over.
type blockedCall struct {
	op   Op
	step int // the step that made it
	// A call that has only to get rid of an alert knows already what it returns.
	known  bool
	ret    int
	want   Want
	errors errorQueue
}

// LateReturn is a call that had been blocked and has returned now.
type LateReturn struct {
	Peer   Role
	Step   int // that made the call
	Ret    int
	Error  SSLError
	Reason string
}

// suspend leaves the peer in its call, if the call has to wait for the transport and
// the BIO is a blocking one. It reports whether it does.
func (t *turn) suspend(ret int) bool {
	ep := t.ep()
	if !t.stalled && !t.owing {
		return false
	}
	ep.blocked = &blockedCall{op: t.step.Op, step: t.step.N}
	t.keepReturn(ret)
	t.stalled, t.owing = false, false
	return true
}

// keepReturn keeps what the blocked call will return, once that is known.
func (t *turn) keepReturn(ret int) {
	if b := t.ep().blocked; t.owing && !t.stalled && !b.known {
		t.ep().blocked = &blockedCall{b.op, b.step, true, ret, t.ep().want, t.world.errors}
	}
}

// blockInBIO notes that the BIO has to wait, if it is a blocking one: a call with another
// returns instead.
func (t *turn) blockInBIO(asked Want) bool {
	ep := t.ep()
	if !ep.blocking {
		return false
	}
	t.stalled, ep.retry = true, WantNothing
	if !t.world.profile.has(diffFailureEndsWant) || t.inStatem && asked == WantWriting {
		ep.want = asked
	}
	t.step.fire(RuleBlocks)
	return true
}

// deferReturn turns a wait for the transport into one behind which the call only returns:
// it is an alert or a flush whose outcome is not looked at.
func (t *turn) deferReturn() bool {
	if !t.stalled {
		return false
	}
	t.stalled, t.owing = false, true
	return true
}

// resumeBlocked lets blocked calls go on as far as they can, one peer's after the other's,
// until nothing moves any more.
func (t *turn) resumeBlocked() {
	for moved := true; moved; {
		moved = false
		for _, r := range Roles {
			if t.world.endpoints[r].blocked != nil && t.resumePeer(r) {
				moved = true
			}
		}
	}
	if t.world.endpoints[Client].blocked != nil && t.world.endpoints[Server].blocked != nil && t.world.wires[0].bytesInFlight()+t.world.wires[1].bytesInFlight() == 0 {
		t.step.Deadlock = true
		t.step.fire(RuleDeadlock)
	}
}

// resumePeer tries a blocked call again, in its own name, and reports whether anything
// came of it. A retry does the same as a call that goes on, but for what is said
// in dispatchAlert.
func (t *turn) resumePeer(r Role) bool {
	op, rules, moves := t.step.Op, t.step.rules, t.step.moves.length()
	call := t.world.endpoints[r].blocked
	t.step.Op, t.resuming = call.op, true
	ret := t.retry(call)
	stays := t.stalled || t.owing
	t.keepReturn(ret)
	if !stays {
		t.returnLate(call, ret)
	}
	t.step.Op, t.resuming, t.stalled, t.owing = op, false, false, false
	if moved := t.step.moves.length() > moves; stays && !moved {
		t.step.rules = rules // the same wait as before is no news
		return false
	}
	return true
}

// retry is what a blocked call still has to do.
func (t *turn) retry(call *blockedCall) int {
	ep := t.ep()
	if !call.known {
		if !ep.keepErrors {
			t.world.errors = nil
		}
		return t.library(call.op.Verb, call.op.N)
	}
	switch {
	case ep.out.dispatch != dispatchNone:
		t.dispatchAlert()
	case len(ep.out.buffered) > 0:
		if t.flushBuffer() > 0 {
			t.alertSent()
		}
	default:
		t.flushAlert()
	}
	if !t.stalled && !t.owing {
		ep.want, t.world.errors, t.ownsErrors = call.want, call.errors, false
	}
	return call.ret
}

// returnLate ends a blocked call.
func (t *turn) returnLate(call *blockedCall, ret int) {
	ep := t.ep()
	ep.blocked = nil
	t.step.fire(RuleGoesOn)
	if verbs[call.op.Verb].returns {
		t.step.late = append(t.step.late, LateReturn{ep.role, call.step, ret, t.getError(ret), t.world.profile.text(t.world.errors.oldest())})
	}
}
