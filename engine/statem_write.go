package engine

// sendMessage writes a handshake message into the handshake's buffer (s->bbio).
func (c *call) sendMessage(m HandshakeType) bool {
	ep := c.ep
	r := Record{Type: TypeHandshake, Message: m}
	switch m {
	case ClientHello:
		c.setFlags(0, 0) // a new handshake clears both flags
		r.Resumes = ep.session.resumable && !ep.newSession
		ep.sessionReused = false
		ep.session.exists = true // tls_construct_client_hello makes one if there is none
	case HelloRequest:
		c.setFlags(0, 0)
	case ServerHello:
		r.Resumes = ep.handshake == handshakeResumed
		c.replaceSession(r.Resumes)
	case KeyUpdate:
		r.UpdateRequested = ep.keyUpdate == updateRequested
	case NewSessionTicket:
		ep.session.resumable = true
	}
	if !c.addMessageToBBIO(r) {
		return false
	}
	if rule, ok := sendRules[m]; ok {
		c.step.fire(pick(m == ServerHello && r.Resumes, RuleResume, rule))
	}
	return true
}

// sendRules are the rules of sent messages. The others of a flight have none of their own.
var sendRules = map[HandshakeType]*Rule{
	ClientHello:      RuleSendClientHello,
	HelloRequest:     RuleSendHelloRequest,
	ServerHello:      RuleSendServerFlight,
	Finished:         RuleSendFinished,
	KeyUpdate:        RuleSendKeyUpdate,
	NewSessionTicket: RuleSendTicket,
}

// addMessageToBBIO adds a handshake message to the handshake's buffer. The message callback
// sees it before the transport does. An alert that waits goes first, into the same
// buffer.
func (c *call) addMessageToBBIO(r Record) bool {
	o := &c.ep.out
	r.Length = r.Message.length(c.version, r.Resumes, o.epoch > 0)
	if len(o.bbio) == 0 {
		if !c.coversPending(r.Length) || !c.continuesPending(TypeHandshake) {
			return false
		}
		if o.alertDispatch != dispatchNone {
			c.addToBBIO(c.waitingAlert())
			o.alertDispatch = dispatchNone
			c.alertSent()
		}
	}
	c.addToBBIO(r)
	c.step.events.add(Event{Role: c.ep.role, Type: TypeHandshake, Message: r.Message, Record: o.record.ID})
	return true
}

// addToBBIO protects a record and adds it to the handshake's buffer (s->bbio).
func (c *call) addToBBIO(r Record) {
	c.errno = noErrno
	o := &c.ep.out
	if len(o.bbio) == 0 {
		o.sent = 0
	}
	o.record = c.protect(r)
	o.bbio = append(o.bbio[:len(o.bbio):len(o.bbio)], o.record)
}

// flushBBIO offers the buffered records to the transport, one after the other
// (statem_flush).
func (c *call) flushBBIO() bool {
	o := &c.ep.out
	for len(o.bbio) > 0 {
		o.record = o.bbio[0]
		if !c.offerRecord() {
			return false
		}
		o.bbio, o.sent = o.bbio[1:], 0
	}
	return c.flushTransport()
}

// flushTransport flushes the transport's own buffer, which lies below the handshake's.
// Before 3.2 the upper buffer does not notice that the lower one wants a retry. Since
// then it notices and never forgets it.
func (c *call) flushTransport() bool {
	before := c.ep.shouldWrite
	how := c.bioFlush()
	c.sched.kernelRespond()
	flushed := c.writeResult(how)
	switch {
	case how == writeRetry && c.ep.shouldWrite && c.differs(diffFlushHidesRetry):
		c.ep.shouldWrite, c.ep.hiddenWrite = false, true
	case how == writeError && before && !c.differs(diffFlushHidesRetry):
		c.ep.shouldWrite = true
	}
	return flushed
}

// flushTicket flushes a NewSessionTicket. A server ignores it if the client has closed
// the connection by then (ossl_statem_server_post_work, TLS_ST_SW_SESSION_TICKET).
func (c *call) flushTicket() bool {
	flushed := c.flushBBIO()
	if !flushed && (c.errno == EPIPE || c.errno == ECONNRESET) {
		c.ep.rwstate = WantNothing
		c.step.fire(RuleTicketLost)
		return true
	}
	return flushed
}
