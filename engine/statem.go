package engine

// stateMachine is the state machine of stateMachine messages: it begins a stateMachine,
// goes on with one, or does what comes behind it. It gives 1 when the connection
// is established, else what the call returns.
func (c *call) stateMachine() int {
	ep := c.ep
	if ep.failed {
		c.step.fire(RuleDead)
		return -1
	}
	*c.errors = nil // state_machine() empties the queue
	c.inStatem = true
	ret := c.runStateMachine()
	c.inStatem = false
	return ret
}

// runStateMachine is handshake with its buffer in place.
func (c *call) runStateMachine() int {
	ep := c.ep
	if ep.state == Before && !c.beginHandshake() {
		return -1
	}
	switch {
	case ep.flight != flightNone: // goes on
	case ep.update != updateNone:
		ep.flight = flightKeyUpdate
	case ep.in.hasRecord && ep.in.record.Type == TypeHandshake:
		c.processMessage()
	case ep.renegotiate:
		c.beginAgain()
	}
	if ep.failed {
		return -1
	}
	return c.makeMoves()
}

// beginHandshake leaves the state before all handshakes, and all that was before
// it: the state machine clears the connection first, which fails if a
// renegotiation was asked for (SSL_clear). Then reads and writes no longer try.
func (c *call) beginHandshake() bool {
	ep := c.ep
	if !c.reset() {
		ep.statemInHandshake = true
		return false
	}
	ep.state, ep.flight, ep.flightPos = Init, flightFull, 0
	c.step.fire(RuleHandshakeBegins)
	return true
}

// makeMoves makes the moves that are left, as far as it goes.
func (c *call) makeMoves() int {
	ep := c.ep
	for {
		moves := ep.flight.moves(c.version, ep.role)
		if ep.flightPos == len(moves) {
			break
		}
		if ret := c.makeMove(moves[ep.flightPos]); ret <= 0 {
			return -1
		}
		ep.flightPos++
	}
	switch ep.flight {
	case flightFull, flightResumed:
		c.handshakeDone()
	case flightKeyUpdate:
		ep.update = updateNone
	}
	ep.flight, ep.flightPos = flightNone, 0
	ep.state = Established
	return 1
}

// makeMove makes one move of a handshake. It gives 1 when it is done.
func (c *call) makeMove(m move) int {
	ep := c.ep
	switch m.kind {
	case moveSend:
		return c.sendMessage(m.message)
	case moveSendCCS:
		c.buffer(Record{Type: TypeChangeCipherSpec, Length: 1})
	case moveFlush:
		c.step.fire(RuleFlush)
		return c.flushBuffer()
	case moveFlushTicket:
		return c.flushTicket()
	case moveReceive:
		return c.receiveMessage(m.message)
	case moveReceiveCCS:
		return c.receiveCCS()
	case moveWriteKeys:
		ep.out.epoch, ep.out.seq = ep.out.epoch+1, 0
	case moveReadKeys:
		ep.in.epoch, ep.in.seq = ep.in.epoch+1, 0
	}
	return 1
}

// handshakeDone is tls_finish_handshake.
func (c *call) handshakeDone() {
	ep := c.ep
	ep.renegotiate, ep.newSession = false, false
	ep.out.buffered = nil // what a broken transport did not take goes with the buffer
	if c.version == TLS12 {
		ep.session.inCache = true
	}
	c.step.fire(RuleHandshakeDone)
}

// doHandshake is SSL_do_handshake.
func (c *call) doHandshake() int {
	c.renegotiateCheck()
	if c.ep.state == Established {
		c.step.fire(RuleNothingToDo)
		return 1
	}
	return c.stateMachine()
}
