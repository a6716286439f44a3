package engine

// processAlert takes in an alert that was read while content of the type asked was wanted.
// It returns what the call returns, unless reading goes on with the next record.
func (c *call) processAlert(asked ContentType) (ret int, again bool) {
	in, alert, id := &c.ep.in, c.ep.in.record.Alert, c.ep.in.record.ID
	if in.unreadable || in.dropped {
		c.step.fire(RuleUnexpectedMessage)
		c.fatal(UnexpectedMessage, reasonInvalidAlert, funcSSL3ReadBytes)
		return -1, false
	}
	c.step.events.add(Event{Role: c.ep.role, Received: true, Type: TypeAlert, Alert: alert, Record: id})
	// ssl3_read_bytes asks for the version when it begins, also if it makes a handshake then.
	beganAsTLS13 := c.ep.isTLS13(c.version) && (asked == TypeHandshake || !c.beforeVersion)
	if alert.Level == Warning && !(beganAsTLS13 && c.differs(diffCloseNotifyIsNoWarning)) {
		in.warnAlert = alert.Description
		c.releaseRecord()
		if in.alertCount++; in.alertCount == maxWarnAlertCount {
			c.step.fire(RuleTooManyWarnings)
			c.fatal(UnexpectedMessage, reasonTooManyWarnAlerts, funcSSL3ReadBytes)
			return -1, false
		}
	}
	switch alert.Description {
	case NoRenegotiation:
		c.step.fire(RuleRenegotiationRefused)
		c.fatal(HandshakeFailure, reasonNoRenegotiation, funcSSL3ReadBytes)
		return -1, false
	case CloseNotify: // if its record is kept, it is read again once the flag is cleared
		c.setFlags(c.ep.shutdown|ReceivedShutdown, id)
		c.step.fire(RuleCloseNotifyReceived)
		return 0, false
	}
	if alert.Level == Warning && !c.ep.isTLS13(c.version) {
		c.step.fire(RuleWarningIgnored)
		return 0, true
	}
	c.step.fire(RuleFatalAlertReceived)
	c.fatal(noAlert, alertReasons[alert.Description], funcSSL3ReadBytes)
	c.setFlags(c.ep.shutdown|ReceivedShutdown, id)
	c.releaseRecord()
	c.removeSession()
	return 0, false
}

// sendAlert hands an alert to the record layer (ssl3_send_alert). If a record is half
// written, the alert waits to be dispatched.
func (c *call) sendAlert(a Alert) {
	ep := c.ep
	if ep.shutdown.Has(SentShutdown) && a.Description != CloseNotify {
		c.step.fire(RuleNoAlertAfterClose)
		return
	}
	if a.Level == Fatal {
		c.removeSession()
	}
	ep.out.sendAlert, ep.out.alertDispatch = a, dispatchPending
	if ep.out.wpendTot == 0 {
		c.dispatchAlert()
		return
	}
	c.step.fire(RuleAlertBehindData)
}

// dispatchAlert tries to write the waiting alert (ssl3_dispatch_alert), and reports whether
// that succeeds.
func (c *call) dispatchAlert() bool {
	ep := c.ep
	switch {
	case ep.out.wpendTot != 0 && !c.alertIsPending():
		c.otherRecordPending()
		return false
	case ep.out.wpendTot != 0:
		return c.retryAlert()
	case ep.handshake != handshakeNone || c.inStatem:
		c.addAlertToBBIO()
		return true
	}
	c.beginRecord(c.waitingAlert())
	ep.out.begunBlocking = ep.blocking
	written := c.writePending()
	if ep.out.record.IsCloseNotify() && ep.shutdown.Has(SentShutdown) && ep.sentBy.record == 0 {
		ep.sentBy.record = ep.out.record.ID
	}
	if !written {
		ep.out.alertDispatch = dispatchRetry
		ep.out.wpendTot, ep.out.wpendType = alertLength, TypeAlert
		return false
	}
	ep.out.alertDispatch = dispatchNone
	c.flushAlert()
	return true
}

// retryAlert offers the rest of a half-written alert to the transport again, and reports
// whether all of it is out.
func (c *call) retryAlert() bool {
	c.step.fire(RuleAlertRetried)
	if !c.writePending() {
		return false
	}
	o := &c.ep.out
	o.wpendTot, o.alertDispatch = 0, dispatchNone
	if o.begunBlocking || !c.differs(diffRetriedAlertHidden) {
		c.flushAlert()
	}
	return true
}

// flushAlert flushes the transport's own buffer after an alert. The outcome is ignored.
// Then the message callback sees the alert.
func (c *call) flushAlert() {
	if c.bioFlush() == writeRetry && c.blockInBIO(WantNothing) {
		c.deferReturn()
		return
	}
	c.alertSent()
}

// addAlertToBBIO writes the waiting alert during a handshake. The handshake's buffer takes
// it whatever the transport does.
func (c *call) addAlertToBBIO() {
	c.addToBBIO(c.waitingAlert())
	c.ep.out.alertDispatch = dispatchNone
	c.flushAlertInBBIO()
}

// flushAlertInBBIO flushes the handshake's buffer with an alert in it. The outcome is
// ignored.
func (c *call) flushAlertInBBIO() {
	inStatem := c.inStatem
	c.inStatem = true
	c.flushBBIO()
	c.inStatem = inStatem
	if !c.deferReturn() {
		c.alertSent()
	}
	c.ep.rwstate = WantNothing
}

// waitingAlert is the record of the alert that waits.
func (c *call) waitingAlert() Record {
	return Record{Type: TypeAlert, Length: alertLength, Alert: c.ep.out.sendAlert}
}

// alertSent reports to the message callback that the alert has left.
func (c *call) alertSent() {
	o := &c.ep.out
	c.step.events.add(Event{Role: c.ep.role, Type: TypeAlert, Alert: o.sendAlert, Record: o.record.ID})
}

// alertIsPending reports whether the library takes the half-written record for the
// waiting alert's. Before 3.2 it takes any alert's record for it.
func (c *call) alertIsPending() bool {
	its, anAlerts := c.ep.out.alertDispatch == dispatchRetry, c.ep.out.wpendType == TypeAlert
	if its == anAlerts {
		return its
	}
	return c.differs(diffAlertGivenUp) == its
}

// otherRecordPending is an alert that is to be dispatched while another record is half
// written.
func (c *call) otherRecordPending() {
	if c.differs(diffAlertGivenUp) {
		c.ep.out.alertDispatch = dispatchNone
		c.step.fire(RuleAlertGivenUp)
		return
	}
	c.step.fire(RuleBadWriteRetry)
	c.fatal(InternalError, reasonBadWriteRetry, funcSSL3WritePending)
}
