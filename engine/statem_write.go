package engine

// sendMessage puts a message of a handshake into its buffer.
func (t *turn) sendMessage(m Message) int {
	ep := t.ep()
	r := Record{Type: TypeHandshake, Message: m}
	switch m {
	case ClientHello:
		t.setFlags(0, 0) // a new handshake forgets the close
		r.Resumes = ep.session.resumable && !ep.newSession
	case HelloRequest:
		t.setFlags(0, 0)
	case ServerHello:
		r.Resumes = ep.flight == flightResumed
		t.newSession(r.Resumes)
	case KeyUpdate:
		r.Update = ep.update == updateRequested
	case NewSessionTicket:
		ep.session.resumable = true
	}
	if t.bufferMessage(r) <= 0 {
		return -1
	}
	if rule, ok := sendRules[m]; ok {
		t.step.fire(pick(m == ServerHello && r.Resumes, RuleResume, rule))
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
func (t *turn) bufferMessage(r Record) int {
	o := &t.ep().out
	r.Length = r.Message.length(t.world.config.Version, r.Resumes, o.epoch > 0)
	if len(o.buffered) == 0 {
		if !t.coversPending(r.Length) || !t.continuesPending(TypeHandshake) {
			return -1
		}
		o.sent = 0
		if o.dispatch != dispatchNone {
			t.buffer(t.waitingAlert())
			o.dispatch = dispatchNone
			t.alertSent()
		}
	}
	t.buffer(r)
	t.step.events.add(Event{Peer: t.ep().role, Type: TypeHandshake, Message: r.Message, Record: o.record.ID})
	return 1
}

// buffer protects a record and puts it behind those in the handshake's buffer.
func (t *turn) buffer(r Record) {
	o := &t.ep().out
	o.record = t.protect(r)
	o.buffered = append(o.buffered[:len(o.buffered):len(o.buffered)], o.record)
}

// flushBuffer offers the buffered records to the transport, one after the other.
func (t *turn) flushBuffer() int {
	o := &t.ep().out
	for len(o.buffered) > 0 {
		o.record = o.buffered[0]
		if ret := t.writePending(); ret <= 0 {
			return ret
		}
		o.buffered, o.sent = o.buffered[1:], 0
	}
	return t.flushThrough()
}

// flushThrough flushes the transport's own buffer, below the handshake's. Before 3.2
// the upper one does not hear that the lower one wants a retry; since then it
// never forgets it.
func (t *turn) flushThrough() int {
	before := t.ep().retry
	how := t.bioFlush()
	t.kernelRespond()
	ret := t.writeResult(how)
	switch hides := t.world.profile.has(diffFlushHidesRetry); {
	case how == sendFull && hides:
		t.ep().retry = WantNothing
	case how == sendBroken && !hides && before == WantWriting:
		t.ep().retry = WantWriting
	}
	return ret
}

// flushTicket does the same with a ticket. That the peer has closed its
// connection is no error for a server that only wants to get rid of one
// (ossl_statem_server_post_work, TLS_ST_SW_SESSION_TICKET).
func (t *turn) flushTicket() int {
	ret := t.flushBuffer()
	if ret <= 0 && (t.step.Errno == "EPIPE" || t.step.Errno == "ECONNRESET") {
		t.ep().want = WantNothing
		t.step.fire(RuleTicketLost)
		return 1
	}
	return ret
}

// keyUpdate is SSL_key_update: it only marks the update, which leaves with the
// next call that reads, writes or shakes hands.
func (t *turn) keyUpdate(u update) int {
	ep := t.ep()
	refuse := func(r reason) int {
		t.push(r)
		t.step.fire(RuleKeyUpdateRefused)
		return 0
	}
	switch {
	case !ep.speaks13(t.world.config.Version):
		return refuse(reasonWrongSSLVersion)
	case ep.state != Established:
		return refuse(reasonStillInInit)
	case ep.out.wpendTot != 0:
		return refuse(reasonBadWriteRetry)
	}
	ep.state, ep.update = Init, u
	t.step.fire(RuleKeyUpdateMarked)
	return 1
}

// speaks13 reports whether the peer knows that TLS 1.3 is spoken. Until the hellos
// are exchanged it does not.
func (e *Endpoint) speaks13(v Version) bool { return v == TLS13 && e.negotiated }
