package engine

// stateMachine is state_machine in statem.c. It begins a handshake, goes on with one, or
// deals with a message after it. It gives 1 when the connection is established, else what
// the call returns.
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

// runStateMachine does so with the handshake's buffer in place.
func (c *call) runStateMachine() int {
	ep := c.ep
	if ep.state == Before && !c.beginHandshake() {
		return -1
	}
	switch {
	case ep.flight != flightNone: // it goes on
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

// beginHandshake begins the first handshake. The state machine clears the connection
// first, which fails if a renegotiation was asked for (SSL_clear). It then leaves
// s->statem.in_handshake set, so that reads and writes no longer begin one.
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

// makeMoves makes the moves of the flight that are left, until it has to wait.
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

// makeMove makes one move. It gives 1 when the move is made.
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
	ep.out.buffered = nil // records that a broken transport did not take are lost with the buffer
	if c.version == TLS12 {
		ep.session.inCache = true
	}
	c.step.fire(RuleHandshakeDone)
}

// speaks13 reports whether the peer knows that the connection is TLS 1.3. It does not
// until the hellos are exchanged.
func (e *Endpoint) speaks13(v Version) bool { return v == TLS13 && e.negotiated }
