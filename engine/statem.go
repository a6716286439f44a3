package engine

// handshake is the state machine of handshake messages: it begins a handshake,
// goes on with one, or does what comes behind it. It gives 1 when the connection
// is established, else what the call returns.
func (t *turn) handshake() int {
	ep := t.ep()
	if ep.failed {
		t.step.fire(RuleDead)
		return -1
	}
	t.world.errors = nil // state_machine() empties the queue
	t.shaking = true
	ret := t.shake()
	t.shaking = false
	return ret
}

// shake is handshake with its buffer in place.
func (t *turn) shake() int {
	ep := t.ep()
	if ep.state == Before && !t.beginHandshake() {
		return -1
	}
	switch {
	case ep.plan != planNone: // goes on
	case ep.update != updateNone:
		ep.plan = planKeyUpdate
	case ep.in.has && ep.in.record.Type == TypeHandshake:
		t.processMessage()
	case ep.renegotiate:
		t.beginAgain()
	}
	if ep.failed {
		return -1
	}
	return t.followPlan()
}

// beginHandshake leaves the state before all handshakes, and all that was before
// it: the state machine clears the connection first, which fails if a
// renegotiation was asked for (SSL_clear). Then reads and writes no longer try.
func (t *turn) beginHandshake() bool {
	ep := t.ep()
	if !t.reset() {
		ep.stuck = true
		return false
	}
	ep.state, ep.plan, ep.planned = Init, planFull, 0
	t.step.fire(RuleHandshakeBegins)
	return true
}

// followPlan makes the moves that are left, as far as it goes.
func (t *turn) followPlan() int {
	ep := t.ep()
	for {
		moves := ep.plan.moves(t.world.config.Version, ep.role)
		if ep.planned == len(moves) {
			break
		}
		if ret := t.makeMove(moves[ep.planned]); ret <= 0 {
			return -1
		}
		ep.planned++
	}
	switch ep.plan {
	case planFull, planResumed:
		t.handshakeDone()
	case planKeyUpdate:
		ep.update = updateNone
	}
	ep.plan, ep.planned = planNone, 0
	ep.state = Established
	return 1
}

// makeMove makes one move of a handshake. It gives 1 when it is done.
func (t *turn) makeMove(m handMove) int {
	ep := t.ep()
	switch m.kind {
	case handSend:
		return t.sendMessage(m.message)
	case handSendCCS:
		t.buffer(Record{Type: TypeChangeCipherSpec, Length: 1})
	case handFlush:
		t.step.fire(RuleFlush)
		return t.flushBuffer()
	case handFlushTicket:
		return t.flushTicket()
	case handReceive:
		return t.receiveMessage(m.message)
	case handReceiveCCS:
		return t.receiveCCS()
	case handWriteKeys:
		ep.out.epoch, ep.out.seq = ep.out.epoch+1, 0
	case handReadKeys:
		ep.in.epoch, ep.in.seq = ep.in.epoch+1, 0
	}
	return 1
}

// handshakeDone is tls_finish_handshake.
func (t *turn) handshakeDone() {
	ep := t.ep()
	ep.renegotiate, ep.freshSession = false, false
	ep.out.buffered = nil // what a broken transport did not take goes with the buffer
	if t.world.config.Version == TLS12 {
		ep.session.inCache = true
	}
	t.step.fire(RuleHandshakeDone)
}

// doHandshake is SSL_do_handshake.
func (t *turn) doHandshake() int {
	t.checkRenegotiate()
	if t.ep().state == Established {
		t.step.fire(RuleNothingToDo)
		return 1
	}
	return t.handshake()
}
