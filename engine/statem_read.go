package engine

// receiveMessage reads the handshake message that must come next, and reports whether it
// has.
func (c *call) receiveMessage(m HandshakeType) bool {
	ep := c.ep
	if !c.nextMessage() {
		return false
	}
	if ep.in.record.isMessage(HelloRequest) { // ignored: a handshake is under way already
		c.takeMessage()
		return c.receiveMessage(m)
	}
	if !ep.in.record.isMessage(m) {
		c.unexpectedMessage()
		return false
	}
	ep.handState = receive(m)
	r := c.takeMessage()
	switch m {
	case ClientHello:
		ep.negotiated = true
		if ep.renegotiate && !c.acceptsInitialHello() {
			return false
		}
		c.chooseSession(r)
	case ServerHello:
		ep.negotiated = true
		if r.Resumes {
			ep.handshake = handshakeResumed
			c.step.fire(RuleResume)
		}
		c.replaceSession(r.Resumes)
	}
	return true
}

// nextMessage reads the record that holds the next handshake message. If it cannot, the
// call wants to read, whatever failed (tls_get_message_header).
func (c *call) nextMessage() bool {
	if c.readBytes(TypeHandshake, 0, false) > 0 {
		return true
	}
	switch c.wait {
	case waitNone:
		c.ep.rwstate = WantReading
	case waitFlush:
		c.wantsMessage = true
	}
	return false
}

// takeMessage returns the message in the current record and releases the record.
func (c *call) takeMessage() Record {
	ep := c.ep
	r := ep.in.record
	c.releaseRecord()
	c.step.events.add(Event{Role: ep.role, Received: true, Type: TypeHandshake, Message: r.Message, Record: r.ID})
	return r
}

// unexpectedMessage ends the connection because of a message that must not come now. Only
// its header has been read: what follows stays in the record (tls_get_message_header).
func (c *call) unexpectedMessage() {
	in := &c.ep.in
	in.unread = max(in.unread-messageHeaderLength, 0)
	in.hasRecord = in.unread > 0
	c.step.fire(RuleUnexpectedMessage)
	c.fatal(UnexpectedMessage, reasonUnexpectedMessage,
		pick(c.ep.role == Client, funcClientReadTransition, funcServerReadTransition))
}

// receiveCCS reads TLS 1.2's ChangeCipherSpec. It is not a handshake message, so the
// trace does not show it.
func (c *call) receiveCCS() bool {
	ep := c.ep
	if !c.nextMessage() {
		return false
	}
	if ep.in.record.Type != TypeChangeCipherSpec {
		c.unexpectedMessage()
		return false
	}
	ep.handState = receiveCCS
	c.releaseRecord()
	return true
}

// processMessage deals with a handshake message after the handshake. Peers send only what
// the other may receive.
func (c *call) processMessage() {
	ep := c.ep
	switch m := ep.in.record.Message; {
	case m == NewSessionTicket:
		c.takeMessage()
		if ep.session.inCache {
			ep.session.olderCached++
		}
		ep.session.inCache, ep.session.resumable = true, true
		c.step.fire(RuleTicketReceived)
	case m == KeyUpdate:
		r := c.takeMessage()
		c.changeReadKeys()
		if r.UpdateRequested {
			ep.keyUpdate = updateNotRequested
		}
		c.step.fire(RuleKeyUpdateReceived)
	case m == HelloRequest:
		c.takeMessage()
		c.step.fire(RuleHelloRequestReceived)
		ep.renegotiate, ep.newSession, ep.s3Renegotiate = true, false, true
		if ep.idle() {
			c.setRenegotiate()
			c.beginRenegotiation()
		}
	default: // a ClientHello at a server: a peer here sends no other message after the handshake
		c.clientHelloInConnection()
	}
}
