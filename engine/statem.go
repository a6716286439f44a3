package engine

// stateMachine is the state machine of stateMachine messages: it begins a stateMachine,
// goes on with one, or does what comes behind it. It gives 1 when the connection
// is established, else what the call returns.
func (t *turn) stateMachine() int {
	ep := t.ep()
	if ep.failed {
		t.step.fire(RuleDead)
		return -1
	}
	t.world.errors = nil // state_machine() empties the queue
	t.inStatem = true
	ret := t.runStateMachine()
	t.inStatem = false
	return ret
}

// runStateMachine is handshake with its buffer in place.
func (t *turn) runStateMachine() int {
	ep := t.ep()
	if ep.state == Before && !t.beginHandshake() {
		return -1
	}
	switch {
	case ep.flight != flightNone: // goes on
	case ep.update != updateNone:
		ep.flight = flightKeyUpdate
	case ep.in.hasRecord && ep.in.record.Type == TypeHandshake:
		t.processMessage()
	case ep.renegotiate:
		t.beginAgain()
	}
	if ep.failed {
		return -1
	}
	return t.makeMoves()
}

// beginHandshake leaves the state before all handshakes, and all that was before
// it: the state machine clears the connection first, which fails if a
// renegotiation was asked for (SSL_clear). Then reads and writes no longer try.
func (t *turn) beginHandshake() bool {
	ep := t.ep()
	if !t.reset() {
		ep.statemInHandshake = true
		return false
	}
	ep.state, ep.flight, ep.flightPos = Init, flightFull, 0
	t.step.fire(RuleHandshakeBegins)
	return true
}

// makeMoves makes the moves that are left, as far as it goes.
func (t *turn) makeMoves() int {
	ep := t.ep()
	for {
		moves := ep.flight.moves(t.world.config.Version, ep.role)
		if ep.flightPos == len(moves) {
			break
		}
		if ret := t.makeMove(moves[ep.flightPos]); ret <= 0 {
			return -1
		}
		ep.flightPos++
	}
	switch ep.flight {
	case flightFull, flightResumed:
		t.handshakeDone()
	case flightKeyUpdate:
		ep.update = updateNone
	}
	ep.flight, ep.flightPos = flightNone, 0
	ep.state = Established
	return 1
}

// makeMove makes one move of a handshake. It gives 1 when it is done.
func (t *turn) makeMove(m move) int {
	ep := t.ep()
	switch m.kind {
	case moveSend:
		return t.sendMessage(m.message)
	case moveSendCCS:
		t.buffer(Record{Type: TypeChangeCipherSpec, Length: 1})
	case moveFlush:
		t.step.fire(RuleFlush)
		return t.flushBuffer()
	case moveFlushTicket:
		return t.flushTicket()
	case moveReceive:
		return t.receiveMessage(m.message)
	case moveReceiveCCS:
		return t.receiveCCS()
	case moveWriteKeys:
		ep.out.epoch, ep.out.seq = ep.out.epoch+1, 0
	case moveReadKeys:
		ep.in.epoch, ep.in.seq = ep.in.epoch+1, 0
	}
	return 1
}

// handshakeDone is tls_finish_handshake.
func (t *turn) handshakeDone() {
	ep := t.ep()
	ep.renegotiate, ep.newSession = false, false
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
	return t.stateMachine()
}
