package engine

// fatal ends the connection after an error of its own (ossl_statem_fatal): the
// error is queued, the handshake state becomes an error for good, and the peer
// is told by a fatal alert if one is given. A second fatal error only queues its
// reason.
func (c *call) fatal(d AlertDescription, r reason) {
	c.push(r)
	if c.ep.failed {
		return
	}
	c.ep.state, c.ep.failed = Init, true
	if d != noAlert {
		c.sendAlert(Alert{Fatal, d})
		c.deferReturn()
	}
}

// sendAlert hands an alert to the record layer (ssl3_send_alert). It stays to be
// dispatched if a record is still being written.
func (c *call) sendAlert(a Alert) {
	ep := c.ep
	if ep.flags.Has(Sent) && a.Description != CloseNotify {
		c.step.fire(RuleNoAlertAfterClose)
		return
	}
	if a.Level == Fatal {
		c.removeSession()
	}
	ep.out.alert, ep.out.dispatch = a, dispatchPending
	if ep.out.wpendTot == 0 {
		c.dispatchAlert()
		return
	}
	c.step.fire(RuleAlertBehindData)
}

// dispatchAlert tries to write the waiting alert (ssl3_dispatch_alert). It gives
// 1 when the alert is done with, else -1.
func (c *call) dispatchAlert() int {
	ep := c.ep
	if ep.out.wpendTot != 0 {
		if !c.alertIsBegun() {
			return c.alertBehindForeignRecord()
		}
		c.step.fire(RuleAlertRetried)
		if c.writePending() <= 0 {
			return -1
		}
		ep.out.wpendTot, ep.out.dispatch = 0, dispatchNone
		if !c.profile.has(diffHidesRetriedAlert) || ep.out.begunBlocking {
			c.flushAlert()
		}
		return 1
	}
	if ep.flight != flightNone || c.inStatem {
		return c.bufferAlert()
	}
	c.beginRecord(c.waitingAlert())
	ep.out.begunBlocking = ep.blocking
	ok := c.writePending()
	if ep.out.record.IsCloseNotify() && ep.flags.Has(Sent) && ep.sentBy.Record == 0 {
		ep.sentBy.Record = ep.out.record.ID
	}
	if ok <= 0 {
		ep.out.dispatch = dispatchRetry
		ep.out.wpendTot, ep.out.wpendType = alertLength, TypeAlert
		return -1
	}
	ep.out.dispatch = dispatchNone
	c.flushAlert()
	return 1
}

// flushAlert flushes the transport's own buffer behind an alert, whatever comes of
// it, and then tells the message callback that the alert has left.
func (c *call) flushAlert() {
	if c.bioFlush() == sendFull && c.blockInBIO(WantNothing) {
		c.deferReturn()
		return
	}
	c.alertSent()
}

// bufferAlert writes the waiting alert during a handshake, whose buffer takes it
// whatever the transport does: the flush behind it is not looked at.
func (c *call) bufferAlert() int {
	ep := c.ep
	c.buffer(c.waitingAlert())
	ep.out.dispatch = dispatchNone
	c.flushBuffer()
	if !c.deferReturn() {
		c.alertSent()
	}
	ep.want = WantNothing
	return 1
}

// waitingAlert is the record of the alert that waits.
func (c *call) waitingAlert() Record {
	return Record{Type: TypeAlert, Length: alertLength, Alert: c.ep.out.alert}
}

// alertSent tells the message callback of the alert that has left.
func (c *call) alertSent() {
	o := &c.ep.out
	c.step.events.add(Event{Peer: c.ep.role, Type: TypeAlert, Alert: o.alert, Record: o.record.ID})
}

// alertIsBegun reports whether the half-written record is taken for the waiting
// alert's.
func (c *call) alertIsBegun() bool {
	if c.profile.has(diffGivesAlertUp) {
		return c.ep.out.dispatch == dispatchRetry
	}
	return c.ep.out.wpendType == TypeAlert // any alert's will do
}

// alertBehindForeignRecord is what comes of an alert whose turn it is while a
// record that is not its own is half written.
func (c *call) alertBehindForeignRecord() int {
	if c.profile.has(diffGivesAlertUp) {
		c.ep.out.dispatch = dispatchNone
		c.step.fire(RuleAlertGivenUp)
		return -1
	}
	c.step.fire(RuleBadWriteRetry)
	c.fatal(InternalError, reasonBadWriteRetry)
	return -1
}

// removeSession takes the current session out of the peer's cache and makes it
// useless for resumption (SSL_CTX_remove_session).
func (c *call) removeSession() {
	c.ep.session.inCache = false
	c.ep.session.resumable = false
	c.step.fire(RuleSessionDropped)
}
