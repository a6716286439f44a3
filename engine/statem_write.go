package engine

// sendMessage puts a message of a handshake into its buffer.
func (c *call) sendMessage(m Message) int {
	ep := c.ep
	r := Record{Type: TypeHandshake, Message: m}
	switch m {
	case ClientHello:
		c.setFlags(0, 0) // a new handshake forgets the close
		r.Resumes = ep.session.resumable && !ep.newSession
	case HelloRequest:
		c.setFlags(0, 0)
	case ServerHello:
		r.Resumes = ep.flight == flightResumed
		c.newSession(r.Resumes)
	case KeyUpdate:
		r.Update = ep.update == updateRequested
	case NewSessionTicket:
		ep.session.resumable = true
	}
	if c.bufferMessage(r) <= 0 {
		return -1
	}
	if rule, ok := sendRules[m]; ok {
		c.step.fire(pick(m == ServerHello && r.Resumes, RuleResume, rule))
	}
	return 1
}

// sendRules are the rules of the messages that a person might ask about.
var sendRules = map[Message]RuleID{
	ClientHello:      RuleSendHello,
	HelloRequest:     RuleSendHelloRequest,
	ServerHello:      RuleSendFlight,
	Finished:         RuleSendFinished,
	KeyUpdate:        RuleSendKeyUpdate,
	NewSessionTicket: RuleSendTicket,
}

// bufferMessage puts a handshake message behind those in the handshake's buffer.
// The callback is told before the transport has it. An alert that waits goes
// first, as in front of data, and into the same buffer.
func (c *call) bufferMessage(r Record) int {
	o := &c.ep.out
	r.Length = r.Message.length(c.version, r.Resumes, o.epoch > 0)
	if len(o.buffered) == 0 {
		if !c.coversPending(r.Length) || !c.continuesPending(TypeHandshake) {
			return -1
		}
		o.sent = 0
		if o.dispatch != dispatchNone {
			c.buffer(c.waitingAlert())
			o.dispatch = dispatchNone
			c.alertSent()
		}
	}
	c.buffer(r)
	c.step.events.add(Event{Peer: c.ep.role, Type: TypeHandshake, Message: r.Message, Record: o.record.ID})
	return 1
}

// buffer protects a record and puts it behind those in the handshake's buffer.
func (c *call) buffer(r Record) {
	o := &c.ep.out
	o.record = c.protect(r)
	o.buffered = append(o.buffered[:len(o.buffered):len(o.buffered)], o.record)
}

// flushBuffer offers the buffered records to the transport, one after the other.
func (c *call) flushBuffer() int {
	o := &c.ep.out
	for len(o.buffered) > 0 {
		o.record = o.buffered[0]
		if ret := c.writePending(); ret <= 0 {
			return ret
		}
		o.buffered, o.sent = o.buffered[1:], 0
	}
	return c.flushThrough()
}

// flushThrough flushes the transport's own buffer, below the handshake's. Before 3.2
// the upper one does not hear that the lower one wants a retry; since then it
// never forgets it.
func (c *call) flushThrough() int {
	before := c.ep.retry
	how := c.bioFlush()
	c.sched.kernelRespond()
	ret := c.writeResult(how)
	switch hides := c.profile.has(diffFlushHidesRetry); {
	case how == writeRetry && hides:
		c.ep.retry = WantNothing
	case how == writeError && !hides && before == WantWriting:
		c.ep.retry = WantWriting
	}
	return ret
}

// flushTicket does the same with a ticket. That the peer has closed its
// connection is no error for a server that only wants to get rid of one
// (ossl_statem_server_post_work, TLS_ST_SW_SESSION_TICKET).
func (c *call) flushTicket() int {
	ret := c.flushBuffer()
	if ret <= 0 && (c.step.Errno == "EPIPE" || c.step.Errno == "ECONNRESET") {
		c.ep.want = WantNothing
		c.step.fire(RuleTicketLost)
		return 1
	}
	return ret
}

// keyUpdate is SSL_key_update: it only marks the update, which leaves with the
// next call that reads, writes or shakes hands.
func (c *call) keyUpdate(u update) int {
	ep := c.ep
	refuse := func(r reason) int {
		c.push(r)
		c.step.fire(RuleKeyUpdateRefused)
		return 0
	}
	switch {
	case !ep.speaks13(c.version):
		return refuse(reasonWrongSSLVersion)
	case ep.state != Established:
		return refuse(reasonStillInInit)
	case ep.out.wpendTot != 0:
		return refuse(reasonBadWriteRetry)
	}
	ep.state, ep.update = Init, u
	c.step.fire(RuleKeyUpdateMarked)
	return 1
}

// speaks13 reports whether the peer knows that TLS 1.3 is spoken. Until the hellos
// are exchanged it does not.
func (e *Endpoint) speaks13(v Version) bool { return v == TLS13 && e.negotiated }
