package engine

// fatal ends the connection after an error of its own (ossl_statem_fatal): the
// error is queued, the handshake state becomes an error for good, and the peer
// is told by a fatal alert if one is given. A second fatal error only queues its
// reason.
func (t *turn) fatal(d AlertDescription, r reason) {
	t.push(r)
	if t.ep().failed {
		return
	}
	t.ep().state, t.ep().failed = Init, true
	if d != noAlert {
		t.sendAlert(Alert{Fatal, d})
		t.deferReturn()
	}
}

// sendAlert hands an alert to the record layer (ssl3_send_alert). It stays to be
// dispatched if a record is still being written.
func (t *turn) sendAlert(a Alert) {
	ep := t.ep()
	if ep.flags.Has(Sent) && a.Description != CloseNotify {
		t.step.fire(RuleNoAlertAfterClose)
		return
	}
	if a.Level == Fatal {
		t.removeSession()
	}
	ep.out.alert, ep.out.dispatch = a, dispatchPending
	if ep.out.wpendTot == 0 {
		t.dispatchAlert()
		return
	}
	t.step.fire(RuleAlertBehindData)
}

// dispatchAlert tries to write the waiting alert (ssl3_dispatch_alert). It gives
// 1 when the alert is done with, else -1.
func (t *turn) dispatchAlert() int {
	ep := t.ep()
	if ep.out.wpendTot != 0 {
		if !t.alertIsBegun() {
			return t.alertBehindForeignRecord()
		}
		t.step.fire(RuleAlertRetried)
		if t.writePending() <= 0 {
			return -1
		}
		ep.out.wpendTot, ep.out.dispatch = 0, dispatchNone
		if !t.world.profile.has(diffHidesRetriedAlert) || ep.out.begunBlocking {
			t.flushAlert()
		}
		return 1
	}
	if ep.flight != flightNone || t.inStatem {
		return t.bufferAlert()
	}
	t.beginRecord(t.waitingAlert())
	ep.out.begunBlocking = ep.blocking
	ok := t.writePending()
	if ep.out.record.IsCloseNotify() && ep.flags.Has(Sent) && ep.sentBy.Record == 0 {
		ep.sentBy.Record = ep.out.record.ID
	}
	if ok <= 0 {
		ep.out.dispatch = dispatchRetry
		ep.out.wpendTot, ep.out.wpendType = alertLength, TypeAlert
		return -1
	}
	ep.out.dispatch = dispatchNone
	t.flushAlert()
	return 1
}

// flushAlert flushes the transport's own buffer behind an alert, whatever comes of
// it, and then tells the message callback that the alert has left.
func (t *turn) flushAlert() {
	if t.bioFlush() == sendFull && t.blockInBIO(WantNothing) {
		t.deferReturn()
		return
	}
	t.alertSent()
}

// bufferAlert writes the waiting alert during a handshake, whose buffer takes it
// whatever the transport does: the flush behind it is not looked at.
func (t *turn) bufferAlert() int {
	ep := t.ep()
	t.buffer(t.waitingAlert())
	ep.out.dispatch = dispatchNone
	t.flushBuffer()
	if !t.deferReturn() {
		t.alertSent()
	}
	ep.want = WantNothing
	return 1
}

// waitingAlert is the record of the alert that waits.
func (t *turn) waitingAlert() Record {
	return Record{Type: TypeAlert, Length: alertLength, Alert: t.ep().out.alert}
}

// alertSent tells the message callback of the alert that has left.
func (t *turn) alertSent() {
	o := &t.ep().out
	t.step.events.add(Event{Peer: t.ep().role, Type: TypeAlert, Alert: o.alert, Record: o.record.ID})
}

// alertIsBegun reports whether the half-written record is taken for the waiting
// alert's.
func (t *turn) alertIsBegun() bool {
	if t.world.profile.has(diffGivesAlertUp) {
		return t.ep().out.dispatch == dispatchRetry
	}
	return t.ep().out.wpendType == TypeAlert // any alert's will do
}

// alertBehindForeignRecord is what comes of an alert whose turn it is while a
// record that is not its own is half written.
func (t *turn) alertBehindForeignRecord() int {
	if t.world.profile.has(diffGivesAlertUp) {
		t.ep().out.dispatch = dispatchNone
		t.step.fire(RuleAlertGivenUp)
		return -1
	}
	t.step.fire(RuleBadWriteRetry)
	t.fatal(InternalError, reasonBadWriteRetry)
	return -1
}

// removeSession takes the current session out of the peer's cache and makes it
// useless for resumption (SSL_CTX_remove_session).
func (t *turn) removeSession() {
	t.ep().session.inCache = false
	t.ep().session.resumable = false
	t.step.fire(RuleSessionDropped)
}
