package engine

// writeBytes is ssl3_write_bytes for application data. If an earlier call has begun a
// record and the transport did not take it whole, this call must offer at least the same
// bytes again, and that record leaves first.
func (c *call) writeBytes(n int) int {
	ep := c.ep
	ep.rwstate = WantNothing
	done := ep.out.wnum
	if !c.resumed && !c.coversPending(n) {
		return -1
	}
	ep.out.wnum = 0
	if ep.out.wpendTot == 0 && ep.keyUpdate != updateNone {
		ep.state = Init // the KeyUpdate goes first
	}
	if ep.state != Established && !ep.statemInHandshake {
		if !c.stateMachine() {
			return -1
		}
	}
	if c.waitedInAlert() {
		if !c.dispatchAlert() {
			ep.out.wnum = done
			return -1
		}
		ep.out.wpendType = TypeApplicationData
	} else if ep.out.wpendTot != 0 {
		if !c.retryWrite(done) {
			return -1
		}
		done += ep.out.wpendTot
		ep.out.wpendTot = 0
		// With a blocking BIO it is the same call that goes on, and one record is enough.
		if ep.out.begunBlocking && done < n && ep.mode.has(modeEnablePartialWrite) {
			c.step.fire(RuleWritePartial)
			return done
		}
	}
	return c.writeNext(done, n)
}

// waitedInAlert reports whether a blocked SSL_write was waiting for an alert to be written
// before its next record. It is still the same call, so the half-written alert is no bad
// write retry.
func (c *call) waitedInAlert() bool {
	return c.resumed && c.ep.out.wpendTot != 0 && c.ep.out.wpendType == TypeAlert
}

// writeNext writes what follows the done bytes that are out, an alert that waits first.
func (c *call) writeNext(done, n int) int {
	o := &c.ep.out
	if o.wpendType != TypeApplicationData && (done == 0 || !c.differs(diffFirstRecordType)) {
		o.wpendType = TypeApplicationData
	}
	if done == n {
		c.step.fire(c.writeRule(done, n))
		return done
	}
	if o.alertDispatch != dispatchNone && !c.dispatchAlert() {
		o.wnum = done
		return -1
	}
	return c.writeRecords(done, n)
}

// retryWrite writes the rest of the record that an earlier call began, and reports whether
// all of it is out.
func (c *call) retryWrite(done int) bool {
	if !c.continuesPending(TypeApplicationData) || !c.hasSameBuffer(done) {
		if done > 0 && !c.differs(diffBadRetryForgets) {
			c.ep.out.wnum = done
		}
		return false
	}
	c.step.fire(RuleWriteRetried)
	if !c.writePending() {
		c.ep.out.wnum = done
		return false
	}
	return true
}

// writeRecords writes the rest of an SSL_write of n bytes, of which done are out, and
// returns what the call returns. With SSL_MODE_ENABLE_PARTIAL_WRITE it writes one record.
// Without it the call succeeds only when all records are out. If one has to wait, the call
// fails and does not say how many left before it.
func (c *call) writeRecords(done, n int) int {
	ep := c.ep
	for first := true; first || done < n && !ep.mode.has(modeEnablePartialWrite); first = false {
		ep.out.wpendTot = min(n-done, maxPlaintext)
		c.beginRecord(Record{Type: TypeApplicationData, Length: ep.out.wpendTot})
		c.noteBuffer(done)
		ep.out.begunBlocking = ep.blocking
		if !c.writePending() {
			ep.out.wnum = done
			if done > 0 {
				c.step.fire(RuleWriteUnfinished)
			}
			return -1
		}
		done += ep.out.wpendTot
		ep.out.wpendTot = 0
	}
	c.step.fire(c.writeRule(done, n))
	if ep.shutdown.Has(ReceivedShutdown) {
		c.step.fire(RuleHalfClose)
	}
	return done
}

// writeRule is the rule of an SSL_write of n bytes that returns done.
func (c *call) writeRule(done, n int) *Rule {
	switch {
	case n == 0:
		return RuleWriteNothing
	case done < n:
		return RuleWritePartial
	case n > maxPlaintext && !c.ep.mode.has(modeEnablePartialWrite):
		return RuleWriteWhole
	}
	return RuleWrite
}
