package engine

// maxWarnings is how many warning alerts in a row are one too many
// (MAX_WARN_ALERT_COUNT in OpenSSL's rec_layer_s3.c).
const maxWarnings = 5

// read is SSL_read or SSL_peek of at most n bytes.
func (c *call) read(n int, peek bool) int {
	if c.ep.flags.Has(Received) {
		if !peek { // SSL_peek leaves it, so SSL_get_error may still speak of an old wait
			c.ep.want = WantNothing
		}
		c.step.fire(RuleReadAfterClose)
		return 0
	}
	c.checkRenegotiate()
	ret := c.readBytes(TypeApplicationData, n, peek)
	c.ep.inReadAppData = c.leftForAppData
	return ret
}

// readBytes is ssl3_read_bytes: it processes records until one of them gives
// the caller something to return. kind is the content asked for, 0 during a
// shutdown, when none is.
func (c *call) readBytes(kind RecordType, n int, peek bool) int {
	ep := c.ep
	if kind != TypeHandshake && ep.state != Established && !ep.statemInHandshake {
		if ret := c.stateMachine(); ret <= 0 && !c.leftForAppData {
			return -1
		}
	}
	for {
		ep.want = WantNothing
		if !ep.in.hasRecord {
			if ret := c.nextRecord(); ret <= 0 {
				return ret
			}
		}
		if ep.flags.Has(Received) {
			return c.dropRecord()
		}
		if ep.in.dropped {
			ep.in.hasRecord, ep.in.dropped = false, false
			continue
		}
		if ret, again := c.readRecord(kind, n, peek); !again {
			return ret
		}
	}
}

// readRecord takes in the current record, or part of it. It gives what the call
// returns, unless the reading goes on to the next record.
func (c *call) readRecord(kind RecordType, n int, peek bool) (ret int, again bool) {
	in := &c.ep.in
	if in.record.Type == TypeAlert {
		return c.readAlert()
	}
	in.alertCount = 0
	switch typ := in.record.Type; {
	case kind == TypeHandshake && typ != TypeApplicationData:
		return 1, false
	case kind == TypeHandshake:
		return c.dataInHandshake(), false
	case typ == TypeHandshake:
		return c.readMessage()
	case typ == TypeChangeCipherSpec:
		return c.unexpectedMessage(), false
	}
	return c.readData(kind, n, peek), false
}

// readData returns bytes of the current record of application data, or fails
// because none may come any more.
func (c *call) readData(kind RecordType, n int, peek bool) int {
	ep := c.ep
	if kind != TypeApplicationData { // SSL_shutdown, after its close_notify
		ep.in.hasRecord, ep.in.unread = false, 0
		c.step.fire(RuleDataAfterClose)
		c.fatal(noAlert, reasonDataAfterClose)
		return -1
	}
	n = min(n, ep.in.unread)
	switch {
	case n == 0:
		c.step.fire(RuleReadNothing)
	case peek:
		c.step.fire(RulePeek)
	default:
		c.step.fire(RuleRead)
		if ep.flags.Has(Sent) {
			c.step.fire(RuleReadAfterOwnClose)
		}
		ep.in.unread -= n
		ep.in.hasRecord = ep.in.unread > 0
	}
	return n
}

// readAlert processes an alert. It gives what the call returns, unless the
// reading goes on to the next record.
func (c *call) readAlert() (ret int, again bool) {
	ep, alert := c.ep, c.ep.in.record.Alert
	by := ep.in.record.ID
	tls13 := c.version == TLS13
	c.step.events.add(Event{Peer: ep.role, Received: true, Type: TypeAlert, Alert: alert, Record: by})
	if alert.Level == Warning && !(tls13 && c.profile.has(diffCloseIsNoWarning)) {
		ep.in.warnAlert = alert.Description
		ep.in.hasRecord = false
		ep.in.alertCount++
		if ep.in.alertCount == maxWarnings {
			c.step.fire(RuleTooManyWarnings)
			c.fatal(UnexpectedMessage, reasonTooManyWarns)
			return -1, false
		}
	}
	if alert.Description == NoRenegotiation {
		c.step.fire(RuleRenegotiationRefused)
		c.fatal(HandshakeFailure, reasonNoRenegotiation)
		return -1, false
	}
	if alert.Description == CloseNotify { // a record that is kept is there again if the flag is taken away
		c.setFlags(ep.flags|Received, by)
		c.step.fire(RuleCloseNotifyReceived)
		return 0, false
	}
	c.step.fire(RuleFatalAlertReceived)
	c.fatal(noAlert, alertReasons[alert.Description])
	c.setFlags(ep.flags|Received, by)
	ep.in.hasRecord = false
	c.removeSession()
	return 0, false
}
