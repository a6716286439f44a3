package engine

// receiveMessage reads the handshake message that must come next.
func (c *call) receiveMessage(m Message) int {
	ep := c.ep
	if !c.nextMessage() {
		return -1
	}
	if ep.in.record.isMessage(HelloRequest) && ep.role == Client { // ignored: a handshake is under way already
		c.takeMessage()
		return c.receiveMessage(m)
	}
	if !ep.in.record.isMessage(m) {
		return c.unexpectedMessage()
	}
	r := c.takeMessage()
	switch m {
	case ClientHello:
		ep.negotiated = true
		if c.resumes(r) {
			ep.flight = flightResumed
		}
	case ServerHello:
		ep.negotiated = true
		if r.Resumes {
			ep.flight = flightResumed
			c.step.fire(RuleResume)
		}
		c.newSession(r.Resumes)
	}
	return 1
}

// nextMessage reads the record that holds the next handshake message. If it cannot, the
// call wants to read, whatever failed (tls_get_message_header).
func (c *call) nextMessage() bool {
	if c.readBytes(TypeHandshake, 0, false) > 0 {
		return true
	}
	if c.wait != waitInBIO {
		c.ep.want = WantReading
	}
	return false
}

// takeMessage gives the message in the current record and releases the record.
func (c *call) takeMessage() Record {
	ep := c.ep
	r := ep.in.record
	ep.in.hasRecord, ep.in.unread = false, 0
	c.step.events.add(Event{Peer: ep.role, Received: true, Type: TypeHandshake, Message: r.Message, Record: r.ID})
	return r
}

// unexpectedMessage ends the connection because of a message that must not come now.
func (c *call) unexpectedMessage() int {
	c.ep.in.hasRecord, c.ep.in.unread = false, 0
	c.step.fire(RuleUnexpectedMessage)
	c.fatal(UnexpectedMessage, reasonUnexpectedMessage)
	return -1
}

// receiveCCS reads TLS 1.2's ChangeCipherSpec. It is not a handshake message, so the
// trace does not show it.
func (c *call) receiveCCS() int {
	ep := c.ep
	if !c.nextMessage() {
		return -1
	}
	if ep.in.record.Type != TypeChangeCipherSpec {
		return c.unexpectedMessage()
	}
	ep.in.hasRecord, ep.in.unread = false, 0
	return 1
}

// processMessage deals with a handshake message after the handshake.
func (c *call) processMessage() {
	ep := c.ep
	switch m := ep.in.record.Message; {
	case m == NewSessionTicket && ep.role == Client && c.version == TLS13:
		c.takeMessage()
		if ep.session.inCache {
			ep.session.olderCached++
		}
		ep.session.inCache, ep.session.resumable = true, true
		c.step.fire(RuleTicketReceived)
	case m == KeyUpdate:
		r := c.takeMessage()
		ep.in.epoch, ep.in.seq = ep.in.epoch+1, 0
		if r.Update {
			ep.update = updateNotRequested
		}
		c.step.fire(RuleKeyUpdateReceived)
	case m == HelloRequest && ep.role == Client:
		c.takeMessage()
		c.step.fire(RuleHelloRequestReceived)
		ep.renegotiate, ep.s3Renegotiate = true, true
		if ep.idle() {
			c.beginAgain()
		}
	case m == ClientHello && ep.role == Server:
		c.clientHelloAgain()
	default:
		c.unexpectedMessage()
	}
}

// readMessage deals with a handshake message that arrives while something else is to be
// read. again is true when reading goes on.
func (c *call) readMessage() (ret int, again bool) {
	ep := c.ep
	if c.version == TLS12 && ep.flags.Has(Sent) {
		ep.in.hasRecord, ep.in.unread = false, 0
		c.step.fire(RuleMessageDropped)
	} else {
		ep.state = Init
		if c.stateMachine() <= 0 {
			return -1, c.leftForAppData
		}
	}
	if ep.noAutoRetry {
		ep.want, ep.retry = WantReading, WantReading
		c.step.fire(RuleNoAutoRetry)
		return -1, false
	}
	return 0, true
}

// dataInHandshake is application data where a handshake message must come. Only a client
// that has begun a renegotiation in SSL_read may get it (ossl_statem_app_data_allowed).
func (c *call) dataInHandshake() int {
	ep := c.ep
	const atServerHello = 2
	reading := c.verb == VerbRead || c.verb == VerbPeek
	if (reading || ep.inReadAppData) && ep.role == Client && ep.renegotiate && ep.flightPos == atServerHello {
		c.leftForAppData = true
		return -1
	}
	c.step.fire(RuleUnexpectedMessage)
	c.fatal(UnexpectedMessage, pick(ep.negotiated, reasonUnexpectedRecord, reasonUnexpectedMessage))
	return -1
}
