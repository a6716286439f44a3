package engine

// write is SSL_write of n bytes, with SSL_MODE_ENABLE_PARTIAL_WRITE and
// SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER on.
func (c *call) write(n int) int {
	if c.ep.flags.Has(Sent) {
		c.ep.want = WantNothing
		c.push(reasonIsShutdown)
		c.step.fire(RuleWriteAfterClose)
		return -1
	}
	c.checkRenegotiate()
	return c.writeBytes(n)
}

// writeBytes is ssl3_write_bytes for application data. A call that found the
// transport full has begun a record; the next call must offer at least as much
// again, and first gets that record out.
func (c *call) writeBytes(n int) int {
	ep := c.ep
	ep.want = WantNothing
	done := ep.out.wnum
	if !c.coversPending(n) {
		return -1
	}
	ep.out.wnum = 0
	if ep.out.wpendTot == 0 && ep.update != updateNone {
		ep.state = Init // the KeyUpdate goes first
	}
	if ep.state != Established && !ep.statemInHandshake {
		if ret := c.stateMachine(); ret <= 0 {
			return -1
		}
	}
	if ep.out.wpendTot != 0 {
		if ret := c.retryWrite(done); ret <= 0 {
			return ret
		}
		done += ep.out.wpendTot
		ep.out.wpendTot = 0
		if ep.out.begunBlocking && done < n { // no retry, but the call that began it
			c.step.fire(RuleWritePartial)
			return done
		}
	}
	if done == 0 || !c.profile.has(diffNotesFirstType) {
		ep.out.wpendType = TypeApplicationData
	}
	if done == n {
		c.step.fire(pick(n == 0, RuleWriteNothing, RuleWriteDone))
		return done
	}
	if ep.out.dispatch != dispatchNone && c.dispatchAlert() <= 0 {
		ep.out.wnum = done
		return -1
	}
	return c.writeRecord(done, n)
}

// coversPending reports whether a write of n bytes offers all that an earlier
// call has begun; if not, the connection ends.
func (c *call) coversPending(n int) bool {
	o := &c.ep.out
	if n >= o.wnum && (o.wpendTot == 0 || n >= o.wnum+o.wpendTot) {
		return true
	}
	c.step.fire(RuleBadLength)
	c.fatal(InternalError, reasonBadLength)
	return false
}

// continuesPending reports whether the half-written record, if there is one, is
// of this kind; if not, the connection ends.
func (c *call) continuesPending(kind RecordType) bool {
	o := &c.ep.out
	if o.wpendTot == 0 || o.wpendType == kind {
		return true
	}
	c.step.fire(RuleBadWriteRetry)
	c.fatal(InternalError, reasonBadWriteRetry)
	return false
}

// retryWrite gets the record out that an earlier call began.
func (c *call) retryWrite(done int) int {
	if !c.continuesPending(TypeApplicationData) {
		return -1
	}
	c.step.fire(RuleWriteRetried)
	ret := c.writePending()
	if ret <= 0 {
		c.ep.out.wnum = done
	}
	return ret
}

// writeRecord writes the next record of an SSL_write of n bytes of which done
// are out, and gives what the call returns. One record a call: partial writes
// are enabled.
func (c *call) writeRecord(done, n int) int {
	ep := c.ep
	ep.out.wpendTot = min(n-done, maxPlaintext)
	c.beginRecord(Record{Type: TypeApplicationData, Length: ep.out.wpendTot})
	ep.out.begunBlocking = ep.blocking
	if ret := c.writePending(); ret <= 0 {
		ep.out.wnum = done
		return ret
	}
	done += ep.out.wpendTot
	ep.out.wpendTot = 0
	c.step.fire(pick(done < n, RuleWritePartial, RuleWriteDone))
	if ep.flags.Has(Received) {
		c.step.fire(RuleHalfClose)
	}
	return done
}

// beginRecord protects a record; flush offers it to the transport.
func (c *call) beginRecord(r Record) {
	o := &c.ep.out
	o.record, o.sent = c.protect(r), 0
}

// protect gives a record its place among those of its sender.
func (c *call) protect(r Record) Record {
	o := &c.ep.out
	r.ID, r.From, r.Epoch, r.Seq = c.sched.nextRecordID(), c.ep.role, o.epoch, o.seq
	r.Early = c.ep.role == Client && !c.ep.negotiated
	o.seq++
	return r
}

// writePending offers what is left of the begun record to the transport. It gives 1
// when the transport has taken it whole, else -1 with what the call now wants.
func (c *call) writePending() int {
	o := &c.ep.out
	whole := o.record.WireLength(c.version)
	var how writeStatus
	o.sent, how = c.bioWrite(o.record, o.sent, whole)
	if !c.inStatem { // records of a handshake leave together: see flushThrough
		c.sched.kernelRespond()
	}
	return c.writeResult(how)
}

// writeResult is what comes of an attempt to write.
func (c *call) writeResult(how writeStatus) int {
	switch how {
	case sendBroken:
		return c.writeFailed()
	case sendFull:
		if c.blockInBIO(WantWriting) {
			return -1
		}
		c.ep.want, c.ep.retry = WantWriting, WantWriting
		c.step.Errno = "EAGAIN"
		c.step.fire(RuleWantWrite)
		return -1
	}
	c.ep.want, c.ep.retry = WantNothing, WantNothing
	return 1
}

// writeFailed is a write that the transport refuses for good. A handshake message
// is written through a buffer, whose failure is noted in no other way than
// SSL_want (statem_flush).
func (c *call) writeFailed() int {
	c.step.fire(pick(c.ep.socket.closed, RuleBadDescriptor, RuleBroken))
	if c.inStatem {
		c.ep.want, c.ep.retry = WantWriting, WantNothing
		return -1
	}
	c.wantAfterFailure(WantWriting)
	if c.profile.has(diffQueuesSystemErrors) {
		c.push(reasonSystem)
		if c.ep.in.refused { // the write is blamed on the record that was refused before
			c.push(reasonRecordLayer)
		}
	}
	return -1
}

// pick is a if c, else b.
func pick[T any](c bool, a, b T) T {
	if c {
		return a
	}
	return b
}
