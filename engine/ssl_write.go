package engine

// write is SSL_write of n bytes, with SSL_MODE_ENABLE_PARTIAL_WRITE and
// SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER on.
func (t *turn) write(n int) int {
	if t.ep().flags.Has(Sent) {
		t.ep().want = WantNothing
		t.push(reasonIsShutdown)
		t.step.fire(RuleWriteAfterClose)
		return -1
	}
	t.checkRenegotiate()
	return t.writeBytes(n)
}

// writeBytes is ssl3_write_bytes for application data. A call that found the
// transport full has begun a record; the next call must offer at least as much
// again, and first gets that record out.
func (t *turn) writeBytes(n int) int {
	ep := t.ep()
	ep.want = WantNothing
	done := ep.out.wnum
	if !t.coversPending(n) {
		return -1
	}
	ep.out.wnum = 0
	if ep.out.wpendTot == 0 && ep.update != updateNone {
		ep.state = Init // the KeyUpdate goes first
	}
	if ep.state != Established && !ep.statemInHandshake {
		if ret := t.stateMachine(); ret <= 0 {
			return -1
		}
	}
	if ep.out.wpendTot != 0 {
		if ret := t.retryWrite(done); ret <= 0 {
			return ret
		}
		done += ep.out.wpendTot
		ep.out.wpendTot = 0
		if ep.out.begunBlocking && done < n { // no retry, but the call that began it
			t.step.fire(RuleWritePartial)
			return done
		}
	}
	if done == 0 || !t.world.profile.has(diffNotesFirstType) {
		ep.out.wpendType = TypeApplicationData
	}
	if done == n {
		t.step.fire(pick(n == 0, RuleWriteNothing, RuleWriteDone))
		return done
	}
	if ep.out.dispatch != dispatchNone && t.dispatchAlert() <= 0 {
		ep.out.wnum = done
		return -1
	}
	return t.writeRecord(done, n)
}

// coversPending reports whether a write of n bytes offers all that an earlier
// call has begun; if not, the connection ends.
func (t *turn) coversPending(n int) bool {
	o := &t.ep().out
	if n >= o.wnum && (o.wpendTot == 0 || n >= o.wnum+o.wpendTot) {
		return true
	}
	t.step.fire(RuleBadLength)
	t.fatal(InternalError, reasonBadLength)
	return false
}

// continuesPending reports whether the half-written record, if there is one, is
// of this kind; if not, the connection ends.
func (t *turn) continuesPending(kind RecordType) bool {
	o := &t.ep().out
	if o.wpendTot == 0 || o.wpendType == kind {
		return true
	}
	t.step.fire(RuleBadWriteRetry)
	t.fatal(InternalError, reasonBadWriteRetry)
	return false
}

// retryWrite gets the record out that an earlier call began.
func (t *turn) retryWrite(done int) int {
	if !t.continuesPending(TypeApplicationData) {
		return -1
	}
	t.step.fire(RuleWriteRetried)
	ret := t.writePending()
	if ret <= 0 {
		t.ep().out.wnum = done
	}
	return ret
}

// writeRecord writes the next record of an SSL_write of n bytes of which done
// are out, and gives what the call returns. One record a call: partial writes
// are enabled.
func (t *turn) writeRecord(done, n int) int {
	ep := t.ep()
	ep.out.wpendTot = min(n-done, maxPlaintext)
	t.beginRecord(Record{Type: TypeApplicationData, Length: ep.out.wpendTot})
	ep.out.begunBlocking = ep.blocking
	if ret := t.writePending(); ret <= 0 {
		ep.out.wnum = done
		return ret
	}
	done += ep.out.wpendTot
	ep.out.wpendTot = 0
	t.step.fire(pick(done < n, RuleWritePartial, RuleWriteDone))
	if ep.flags.Has(Received) {
		t.step.fire(RuleHalfClose)
	}
	return done
}

// beginRecord protects a record; flush offers it to the transport.
func (t *turn) beginRecord(r Record) {
	o := &t.ep().out
	o.record, o.sent = t.protect(r), 0
}

// protect gives a record its place among those of its sender.
func (t *turn) protect(r Record) Record {
	o := &t.ep().out
	t.world.records++
	r.ID, r.From, r.Epoch, r.Seq = t.world.records, t.ep().role, o.epoch, o.seq
	r.Early = t.ep().role == Client && !t.ep().negotiated
	o.seq++
	return r
}

// writePending offers what is left of the begun record to the transport. It gives 1
// when the transport has taken it whole, else -1 with what the call now wants.
func (t *turn) writePending() int {
	o := &t.ep().out
	whole := o.record.WireLength(t.world.config.Version)
	var how writeStatus
	o.sent, how = t.bioWrite(o.record, o.sent, whole)
	if !t.inStatem { // records of a handshake leave together: see flushThrough
		t.kernelRespond()
	}
	return t.writeResult(how)
}

// writeResult is what comes of an attempt to write.
func (t *turn) writeResult(how writeStatus) int {
	switch how {
	case sendBroken:
		return t.writeFailed()
	case sendFull:
		if t.blockInBIO(WantWriting) {
			return -1
		}
		t.ep().want, t.ep().retry = WantWriting, WantWriting
		t.step.Errno = "EAGAIN"
		t.step.fire(RuleWantWrite)
		return -1
	}
	t.ep().want, t.ep().retry = WantNothing, WantNothing
	return 1
}

// writeFailed is a write that the transport refuses for good. A handshake message
// is written through a buffer, whose failure is noted in no other way than
// SSL_want (statem_flush).
func (t *turn) writeFailed() int {
	t.step.fire(pick(t.ep().socket.closed, RuleBadDescriptor, RuleBroken))
	if t.inStatem {
		t.ep().want, t.ep().retry = WantWriting, WantNothing
		return -1
	}
	t.wantAfterFailure(WantWriting)
	if t.world.profile.has(diffQueuesSystemErrors) {
		t.push(reasonSystem)
		if t.ep().in.refused { // the write is blamed on the record that was refused before
			t.push(reasonRecordLayer)
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
