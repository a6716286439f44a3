package engine

// stateMachine is state_machine in statem.c. It begins a handshake, goes on with one, or
// deals with a message after it. It reports whether the connection is established. If it is
// not, the call returns -1.
func (c *call) stateMachine() bool {
	ep := c.ep
	if ep.failed {
		c.step.fire(RuleAfterFatalError)
		return false
	}
	*c.errors, c.emptiedErrors = nil, true // state_machine() calls ERR_clear_error
	c.inStatem = true
	established := c.runStateMachine()
	c.inStatem = false
	return established
}

// runStateMachine runs it with the handshake's buffer in place.
func (c *call) runStateMachine() bool {
	ep := c.ep
	if ep.state == Before && !c.beginHandshake() {
		return false
	}
	switch {
	case ep.handshake != handshakeNone: // it goes on
	case ep.keyUpdate != updateNone:
		ep.handshake = handshakeKeyUpdate
	case c.beginsHandshake():
		c.beginRenegotiation()
	default:
		ep.awaitsPostMessage = true
		if !c.nextMessage() {
			return false
		}
		ep.awaitsPostMessage = false
		c.processMessage()
	}
	return c.runActions()
}

// beginHandshake begins the first handshake. The state machine clears the connection
// first, which fails if a renegotiation was asked for (SSL_clear). It then leaves
// s->statem.in_handshake set, so that reads and writes no longer begin one.
func (c *call) beginHandshake() bool {
	ep := c.ep
	if !c.resetConnection() {
		ep.statemInHandshake = true
		return false
	}
	ep.state, ep.handshake, ep.handshakePos = Init, handshakeFull, 0
	c.beganHandshake = true
	c.step.fire(RuleHandshakeBegins)
	return true
}

// runActions runs the actions of the handshake that are left, until one has to wait.
func (c *call) runActions() bool {
	ep := c.ep
	for {
		moves := ep.handshake.actions(c.version, ep.role)
		if int(ep.handshakePos) == len(moves) {
			break
		}
		if !c.runAction(moves[ep.handshakePos]) {
			return false
		}
		ep.handshakePos++
	}
	switch ep.handshake {
	case handshakeFull, handshakeResumed:
		c.handshakeDone()
	case handshakeKeyUpdate:
		ep.keyUpdate = updateNone
	}
	ep.handshake, ep.handshakePos = handshakeNone, 0
	ep.state, ep.handState = Established, action{kind: actionNone}
	return true
}

// runAction runs one action, and reports whether it is done.
func (c *call) runAction(m action) bool {
	ep := c.ep
	switch m.kind {
	case actionSend:
		ep.handState = m
		return c.sendMessage(m.message)
	case actionSendCCS:
		ep.handState = m
		c.addToBBIO(Record{Type: TypeChangeCipherSpec, Length: 1})
	case actionFlush:
		c.step.fire(RuleFlushFlight)
		return c.flushBBIO()
	case actionFlushTicket:
		return c.flushTicket()
	case actionReceive:
		return c.receiveMessage(m.message)
	case actionReceiveCCS:
		return c.receiveCCS()
	case actionWriteKeys:
		ep.out.epoch, ep.out.seq = ep.out.epoch+1, 0
	case actionReadKeys:
		c.changeReadKeys()
	case actionAwaitFinished:
		ep.handState = m
	}
	return true
}

// handshakeDone is tls_finish_handshake.
func (c *call) handshakeDone() {
	ep := c.ep
	ep.renegotiate, ep.newSession = false, false
	ep.out.bbio = nil // ssl_free_wbio_buffer: records that a broken transport did not take are lost
	if c.version == TLS12 {
		ep.session.inCache = true
	}
	c.step.fire(RuleHandshakeDoneNow)
}

// isTLS13 reports whether the peer knows that the connection is TLS 1.3. It does not
// until the hellos are exchanged.
func (e *Endpoint) isTLS13(v Version) bool { return v == TLS13 && e.negotiated }

// changeReadKeys begins to read with the next keys.
func (c *call) changeReadKeys() { c.ep.in.epoch, c.ep.in.seq = c.ep.in.epoch+1, 0 }
