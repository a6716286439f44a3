package engine

// beginRecord protects a record; writePending offers it to the transport.
func (c *call) beginRecord(r Record) {
	o := &c.ep.out
	o.record, o.sent = c.protect(r), 0
}

// protect returns r with its ID, its epoch and its sequence number.
func (c *call) protect(r Record) Record {
	o := &c.ep.out
	r.ID, r.Sender, r.Epoch, r.Seq = c.sched.nextRecordID(), c.ep.role, o.epoch, o.seq
	// A client that does not know the version yet writes TLS 1.0 into the header, but not if
	// a renegotiation was asked for (do_ssl3_write).
	r.InitialVersion = c.ep.role == Client && !c.ep.negotiated && !c.ep.renegotiate
	if o.epoch > 0 && !c.usesKeys() {
		r.Epoch, r.BareNonce = 0, true
		return r
	}
	o.seq++
	return r
}

// writePending offers what is left of the record to the transport (ssl3_write_pending,
// tls_retry_write_records). It reports whether the transport has taken all of it. If it has
// not, the call returns -1.
func (c *call) writePending() bool {
	c.errno = noErrno
	return c.offerRecord()
}

// offerRecord offers what is left of the record to the transport, and reports whether that
// has taken all of it.
func (c *call) offerRecord() bool {
	o := &c.ep.out
	whole := o.record.WireLength(c.version)
	var status writeStatus
	o.sent, status = c.bioWrite(o.record, o.sent, whole)
	if !c.inStatem { // the records of a handshake leave together: see flushThrough
		c.sched.kernelRespond()
	}
	return c.writeResult(status)
}

// writeResult notes the outcome of a write, and reports whether it is done.
func (c *call) writeResult(status writeStatus) bool {
	switch status {
	case writeError:
		c.writeFailed()
	case writeRetry:
		if !c.blockInBIO(WantWriting) {
			c.ep.rwstate = WantWriting
			c.writeDone(true)
			c.step.fire(RuleWantWrite)
		}
	default:
		c.ep.rwstate = WantNothing
		c.writeDone(false)
	}
	return status == writeDone
}

// writeFailed is a write that the transport refuses for good. A handshake message is
// written through a buffer, and only SSL_want shows that its flush failed (statem_flush).
func (c *call) writeFailed() {
	c.writeDone(false)
	if c.inStatem {
		c.ep.rwstate = WantWriting
		return
	}
	c.wantAfterFailure(WantWriting)
	if c.differs(diffSystemErrorsQueued) {
		c.raise(c.errno.reason(), noFunction)
		if c.ep.in.refused { // ossl_tls_handle_rlayer_return looks at the alert code of the read side, even after a write
			c.raise(reasonRecordLayerFailure, noFunction)
		}
	}
	c.transportFailed()
}

// pick is a if cond holds, else b.
func pick[T any](cond bool, a, b T) T {
	if cond {
		return a
	}
	return b
}

// covers reports whether a write of n bytes offers all that an earlier call has begun.
func (o *writer) covers(n int) bool {
	return n >= o.wnum && (o.wpendTot == 0 || n >= o.wnum+o.wpendTot)
}

// coversPending ends the connection unless a write of n bytes covers what has begun.
func (c *call) coversPending(n int) bool {
	if c.ep.out.covers(n) {
		return true
	}
	c.step.fire(RuleBadLength)
	c.fatal(InternalError, reasonBadLength, funcSSL3WriteBytes)
	return false
}

// continuesPending reports whether the half-written record, if there is one, has this
// type. If not, the connection ends.
func (c *call) continuesPending(typ ContentType) bool {
	o := &c.ep.out
	if o.wpendTot == 0 || o.wpendType == typ {
		return true
	}
	return c.badWriteRetry()
}

// badWriteRetry ends the connection because a write is not the one that has begun.
func (c *call) badWriteRetry() bool {
	c.step.fire(RuleBadWriteRetry)
	c.fatal(InternalError, reasonBadWriteRetry, funcSSL3WritePending)
	return false
}
