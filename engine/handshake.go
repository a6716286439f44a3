package engine

// handshake is the state machine of messages as far as it runs after the
// handshake proper: it writes what is to be written, or processes one message
// that has come. It gives 1 when the connection is established again, else what
// the call returns.
func (t *turn) handshake() int {
	ep := t.ep()
	if ep.failed {
		t.step.fire(RuleDead)
		return -1
	}
	t.errors = nil // state_machine() empties the queue
	switch {
	case len(ep.out.buffered) > 0 || ep.update != updateNone:
		if ret := t.sendKeyUpdate(); ret <= 0 {
			return ret
		}
	case ep.in.has && ep.in.record.Type == TypeHandshake:
		t.processMessage()
	}
	ep.state = Established
	return 1
}

// sendKeyUpdate writes the KeyUpdate and changes the keys once it is out whole.
// During a handshake a buffer stands in front of the transport, so the callback
// is told before the transport has the message. An alert that waits goes first,
// as in front of data, and into the same buffer.
func (t *turn) sendKeyUpdate() int {
	ep := t.ep()
	if len(ep.out.buffered) == 0 {
		if !t.coversPending(keyUpdateLength) || !t.continuesPending(TypeHandshake) {
			return -1
		}
		ep.out.sent = 0
		if ep.out.dispatch != dispatchNone {
			t.buffer(t.waitingAlert())
			ep.out.dispatch = dispatchNone
			t.alertSent()
		}
		t.buffer(Record{Type: TypeHandshake, Message: KeyUpdate, Update: ep.update == updateRequested, Length: keyUpdateLength})
		t.step.events.add(Event{Peer: ep.role, Type: TypeHandshake, Message: KeyUpdate, Record: ep.out.record.ID})
	}
	t.step.fire(RuleSendKeyUpdate)
	if ret := t.flushBuffer(); ret <= 0 {
		return ret
	}
	ep.update = updateNone
	ep.out.epoch, ep.out.seq = ep.out.epoch+1, 0
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
		if ret := t.flush(); ret <= 0 {
			return ret
		}
		o.buffered, o.sent = o.buffered[1:], 0
	}
	return 1
}

// processMessage takes in the handshake message that the current record holds.
func (t *turn) processMessage() {
	ep := t.ep()
	r := ep.in.record
	ep.in.has, ep.in.left = false, 0
	t.step.events.add(Event{Peer: ep.role, Received: true, Type: TypeHandshake, Message: r.Message, Record: r.ID})
	switch r.Message {
	case NewSessionTicket:
		if ep.session.inCache {
			ep.session.others++
		}
		ep.session.inCache, ep.session.resumable = true, true
		t.step.fire(RuleTicketReceived)
	case KeyUpdate:
		ep.in.epoch, ep.in.seq = ep.in.epoch+1, 0
		if r.Update {
			ep.update = updateNotRequested
		}
		t.step.fire(RuleKeyUpdateReceived)
	}
}

// readMessage has a handshake message processed that came while something else
// was read. again is true when the reading goes on.
func (t *turn) readMessage() (ret int, again bool) {
	ep := t.ep()
	ep.state = Init
	if t.handshake() <= 0 {
		return -1, false
	}
	if ep.noAutoRetry {
		ep.want, ep.retry = WantReading, WantReading
		t.step.fire(RuleNoAutoRetry)
		return -1, false
	}
	return 0, true
}

// doHandshake is SSL_do_handshake.
func (t *turn) doHandshake() int {
	if t.ep().state != Init {
		t.step.fire(RuleNothingToDo)
		return 1
	}
	return t.handshake()
}

// keyUpdate is SSL_key_update: it only marks the update, which leaves with the
// next call that reads, writes or shakes hands.
func (t *turn) keyUpdate(requested bool) int {
	ep := t.ep()
	refuse := func(reason string) int {
		t.push(reason)
		t.step.fire(RuleKeyUpdateRefused)
		return 0
	}
	switch {
	case t.world.config.Version != TLS13:
		return refuse(reasonWrongSSLVersion)
	case ep.state != Established:
		return refuse(reasonStillInInit)
	case ep.out.unsent != 0:
		return refuse(reasonBadWriteRetry)
	}
	ep.state, ep.update = Init, updateNotRequested
	if requested {
		ep.update = updateRequested
	}
	t.step.fire(RuleKeyUpdateMarked)
	return 1
}

// sendTickets puts the server's NewSessionTickets on the wire.
func (w *World) sendTickets() {
	out := &w.ends[Server].out
	for range tickets {
		w.records++
		r := Record{ID: w.records, From: Server, Type: TypeHandshake, Message: NewSessionTicket, Length: ticketLength, Seq: out.seq}
		out.seq++
		w.wires[ServerToClient].write(r, 0, r.WireLength(w.config.Version))
	}
}
