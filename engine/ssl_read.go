package engine

// maxWarnings is how many warning alerts in a row are one too many
// (MAX_WARN_ALERT_COUNT in OpenSSL's rec_layer_s3.c).
const maxWarnings = 5

// read is SSL_read or SSL_peek of at most n bytes.
func (t *turn) read(n int, peek bool) int {
	if t.ep().flags.Has(Received) {
		if !peek { // SSL_peek leaves it, so SSL_get_error may still speak of an old wait
			t.ep().want = WantNothing
		}
		t.step.fire(RuleReadAfterClose)
		return 0
	}
	t.checkRenegotiate()
	ret := t.readBytes(TypeApplicationData, n, peek)
	t.ep().inReadAppData = t.leftForAppData
	return ret
}

// readBytes is ssl3_read_bytes: it processes records until one of them gives
// the caller something to return. kind is the content asked for, 0 during a
// shutdown, when none is.
func (t *turn) readBytes(kind RecordType, n int, peek bool) int {
	ep := t.ep()
	if kind != TypeHandshake && ep.state != Established && !ep.statemInHandshake {
		if ret := t.stateMachine(); ret <= 0 && !t.leftForAppData {
			return -1
		}
	}
	for {
		ep.want = WantNothing
		if !ep.in.hasRecord {
			if ret := t.nextRecord(); ret <= 0 {
				return ret
			}
		}
		if ep.flags.Has(Received) {
			return t.dropRecord()
		}
		if ep.in.dropped {
			ep.in.hasRecord, ep.in.dropped = false, false
			continue
		}
		if ret, again := t.readRecord(kind, n, peek); !again {
			return ret
		}
	}
}

// readRecord takes in the current record, or part of it. It gives what the call
// returns, unless the reading goes on to the next record.
func (t *turn) readRecord(kind RecordType, n int, peek bool) (ret int, again bool) {
	in := &t.ep().in
	if in.record.Type == TypeAlert {
		return t.readAlert()
	}
	in.alertCount = 0
	switch typ := in.record.Type; {
	case kind == TypeHandshake && typ != TypeApplicationData:
		return 1, false
	case kind == TypeHandshake:
		return t.dataInHandshake(), false
	case typ == TypeHandshake:
		return t.readMessage()
	case typ == TypeChangeCipherSpec:
		return t.unexpectedMessage(), false
	}
	return t.readData(kind, n, peek), false
}

// readData returns bytes of the current record of application data, or fails
// because none may come any more.
func (t *turn) readData(kind RecordType, n int, peek bool) int {
	ep := t.ep()
	if kind != TypeApplicationData { // SSL_shutdown, after its close_notify
		ep.in.hasRecord, ep.in.unread = false, 0
		t.step.fire(RuleDataAfterClose)
		t.fatal(noAlert, reasonDataAfterClose)
		return -1
	}
	n = min(n, ep.in.unread)
	switch {
	case n == 0:
		t.step.fire(RuleReadNothing)
	case peek:
		t.step.fire(RulePeek)
	default:
		t.step.fire(RuleRead)
		if ep.flags.Has(Sent) {
			t.step.fire(RuleReadAfterOwnClose)
		}
		ep.in.unread -= n
		ep.in.hasRecord = ep.in.unread > 0
	}
	return n
}

// readAlert processes an alert. It gives what the call returns, unless the
// reading goes on to the next record.
func (t *turn) readAlert() (ret int, again bool) {
	ep, alert := t.ep(), t.ep().in.record.Alert
	by := ep.in.record.ID
	tls13 := t.world.config.Version == TLS13
	t.step.events.add(Event{Peer: ep.role, Received: true, Type: TypeAlert, Alert: alert, Record: by})
	if alert.Level == Warning && !(tls13 && t.world.profile.has(diffCloseIsNoWarning)) {
		ep.in.warnAlert = alert.Description
		ep.in.hasRecord = false
		ep.in.alertCount++
		if ep.in.alertCount == maxWarnings {
			t.step.fire(RuleTooManyWarnings)
			t.fatal(UnexpectedMessage, reasonTooManyWarns)
			return -1, false
		}
	}
	if alert.Description == NoRenegotiation {
		t.step.fire(RuleRenegotiationRefused)
		t.fatal(HandshakeFailure, reasonNoRenegotiation)
		return -1, false
	}
	if alert.Description == CloseNotify { // a record that is kept is there again if the flag is taken away
		t.setFlags(ep.flags|Received, by)
		t.step.fire(RuleCloseNotifyReceived)
		return 0, false
	}
	t.step.fire(RuleFatalAlertReceived)
	t.fatal(noAlert, alertReasons[alert.Description])
	t.setFlags(ep.flags|Received, by)
	ep.in.hasRecord = false
	t.removeSession()
	return 0, false
}
