package engine

// turn is one Apply under way: the World being changed and the Step being
// written.
type turn struct {
	world *World
	step  *Step

	// What this turn has copied already, and may write into.
	ownsErrors, ownsPartial bool

	shaking  bool // the state machine of handshake messages is at work, its buffer in place
	stalled  bool // the call waits in its BIO
	owing    bool // the call would return, but for bytes that are not out yet
	resuming bool // a blocked call goes on
	indulged bool // a handshake was left because data came that may be read now
}

// ep is the caller's endpoint; in and out are its wires.
func (t *turn) ep() *Endpoint { return &t.world.ends[t.step.Op.Role] }
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
	if t.block(ret) {
		t.step.Blocked = true
		return
	}
	if verbs[op.Verb].returns {
		t.step.Returned = true
		t.step.Ret, t.step.Reason = ret, t.world.errors.oldestReason()
		t.step.Error = t.getError(ret)
	}
}

// getError is SSL_get_error. It looks at the error queue first, then at what the
// call was waiting for, and only then at the flags.
func (t *turn) getError(ret int) SSLError {
	ep := t.ep()
	switch {
	case ret > 0:
		return ErrorNone
	case len(t.world.errors) > 0 && t.world.errors[0] != systemError:
		return ErrorSSL
	case len(t.world.errors) > 0:
		return ErrorSyscall
	case ep.want != WantNothing && ep.retry == WantReading:
		return ErrorWantRead
	case ep.want != WantNothing && ep.retry == WantWriting:
		return ErrorWantWrite
	case ep.flags.Has(Received) && ep.in.warning == CloseNotify:
		t.step.fire(RuleZeroReturn)
		return ErrorZeroReturn
	}
	if ret == 0 && t.step.Op.Verb == VerbShutdown {
		t.step.fire(RuleSyscallAfterZero)
	} else if t.step.Errno == "" {
		t.step.fire(RuleSyscallNoCause)
	}
	return ErrorSyscall
}

// setFlags changes the shutdown flags and notes what set a new one.
func (t *turn) setFlags(f ShutdownFlags, by RecordID) {
	ep := t.ep()
	cause := Cause{t.step.N, by}
	ep.sentBy = nextCause(ep.sentBy, ep.flags&Sent, f&Sent, cause)
	ep.receivedBy = nextCause(ep.receivedBy, ep.flags&Received, f&Received, cause)
	ep.flags = f
}

// nextCause keeps the cause of a flag that stays, forgets that of one that goes.
func nextCause(old Cause, had, has ShutdownFlags, now Cause) Cause {
	switch {
	case has == 0:
		return Cause{}
	case had != 0:
		return old
	}
	return now
}

// move notes what happened to bytes of a record.
func (t *turn) move(k MoveKind, d Direction, r Record, from, to int) {
	t.step.moves.add(Move{k, d, r, from, to})
}
