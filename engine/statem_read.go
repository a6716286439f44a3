package engine

// receiveMessage reads the message of a handshake that must come now.
func (t *turn) receiveMessage(m Message) int {
	ep := t.ep()
	if !t.nextMessage() {
		return -1
	}
	if ep.in.record.isMessage(HelloRequest) && ep.role == Client { // a handshake is under way as it is
		t.takeMessage()
		return t.receiveMessage(m)
	}
	if !ep.in.record.isMessage(m) {
		return t.unexpectedMessage()
	}
	r := t.takeMessage()
	switch m {
	case ClientHello:
		ep.negotiated = true
		if t.resumes(r) {
			ep.flight = flightResumed
		}
	case ServerHello:
		ep.negotiated = true
		if r.Resumes {
			ep.flight = flightResumed
			t.step.fire(RuleResume)
		}
		t.newSession(r.Resumes)
	}
	return 1
}

// nextMessage reads the record that the next message of a handshake is in. If it
// cannot, the call wants to read, whatever failed (tls_get_message_header).
func (t *turn) nextMessage() bool {
	if t.readBytes(TypeHandshake, 0, false) > 0 {
		return true
	}
	if !t.stalled {
		t.ep().want = WantReading
	}
	return false
}

// takeMessage takes the message that the current record holds.
func (t *turn) takeMessage() Record {
	ep := t.ep()
	r := ep.in.record
	ep.in.hasRecord, ep.in.unread = false, 0
	t.step.events.add(Event{Peer: ep.role, Received: true, Type: TypeHandshake, Message: r.Message, Record: r.ID})
	return r
}

// unexpectedMessage ends the connection over a message that must not come now.
func (t *turn) unexpectedMessage() int {
	t.ep().in.hasRecord, t.ep().in.unread = false, 0
	t.step.fire(RuleUnexpectedMessage)
	t.fatal(UnexpectedMessage, reasonUnexpectedMessage)
	return -1
}

// receiveCCS reads TLS 1.2's ChangeCipherSpec, which is no message: the callback
// that the trace shows is not told.
func (t *turn) receiveCCS() int {
	ep := t.ep()
	if !t.nextMessage() {
		return -1
	}
	if ep.in.record.Type != TypeChangeCipherSpec {
		return t.unexpectedMessage()
	}
	ep.in.hasRecord, ep.in.unread = false, 0
	return 1
}

// resumes reports whether the server takes up the session that the ClientHello
// offers. A stateless ticket is always good; a session by id must be in the
// server's cache still.
func (t *turn) resumes(hello Record) bool {
	return hello.Resumes && (t.world.config.Version == TLS13 || t.ep().session.inCache)
}

// newSession is what the hellos make of the current session.
func (t *turn) newSession(resumed bool) {
	ep, tls13 := t.ep(), t.world.config.Version == TLS13
	if resumed && (!tls13 || ep.role == Server) {
		return
	}
	if ep.session.inCache {
		ep.session.inCache = false
		ep.session.olderCached++
	}
	ep.session.resumable = !tls13 // by its id, before any ticket
}

// processMessage takes in a handshake message that came behind the handshake.
func (t *turn) processMessage() {
	ep := t.ep()
	switch m := ep.in.record.Message; {
	case m == NewSessionTicket && ep.role == Client && t.world.config.Version == TLS13:
		t.takeMessage()
		if ep.session.inCache {
			ep.session.olderCached++
		}
		ep.session.inCache, ep.session.resumable = true, true
		t.step.fire(RuleTicketReceived)
	case m == KeyUpdate:
		r := t.takeMessage()
		ep.in.epoch, ep.in.seq = ep.in.epoch+1, 0
		if r.Update {
			ep.update = updateNotRequested
		}
		t.step.fire(RuleKeyUpdateReceived)
	case m == HelloRequest && ep.role == Client:
		t.takeMessage()
		t.step.fire(RuleHelloRequestReceived)
		ep.renegotiate, ep.s3Renegotiate = true, true
		if ep.idle() {
			t.beginAgain()
		}
	case m == ClientHello && ep.role == Server:
		t.clientWantsAgain()
	default:
		t.unexpectedMessage()
	}
}

// readMessage has a handshake message processed that came while something else
// was read. again is true when the reading goes on.
func (t *turn) readMessage() (ret int, again bool) {
	ep := t.ep()
	if t.world.config.Version == TLS12 && ep.flags.Has(Sent) {
		ep.in.hasRecord, ep.in.unread = false, 0
		t.step.fire(RuleMessageDropped)
	} else {
		ep.state = Init
		if t.stateMachine() <= 0 {
			return -1, t.leftForAppData
		}
	}
	if ep.noAutoRetry {
		ep.want, ep.retry = WantReading, WantReading
		t.step.fire(RuleNoAutoRetry)
		return -1, false
	}
	return 0, true
}

// dropRecord throws away what comes in a handshake after SSL_RECEIVED_SHUTDOWN was
// set.
func (t *turn) dropRecord() int {
	in := &t.ep().in
	in.notReleased = t.world.profile.has(diffKeepsDroppedRecord)
	in.hasRecord, in.unread, in.dropped = !in.notReleased, 0, !in.notReleased
	t.ep().want = WantNothing
	t.step.fire(RuleRecordDropped)
	return 0
}

// dataInHandshake is application data where a message should come. Only a client
// that has begun a renegotiation in SSL_read may have it
// (ossl_statem_app_data_allowed).
func (t *turn) dataInHandshake() int {
	ep := t.ep()
	const atServerHello = 2
	reading := t.step.Op.Verb == VerbRead || t.step.Op.Verb == VerbPeek
	if (reading || ep.inReadAppData) && ep.role == Client && ep.renegotiate && ep.flightPos == atServerHello {
		t.leftForAppData = true
		return -1
	}
	t.step.fire(RuleUnexpectedMessage)
	t.fatal(UnexpectedMessage, pick(ep.negotiated, reasonUnexpectedRecord, reasonUnexpectedMessage))
	return -1
}
