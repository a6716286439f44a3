package engine

// getRecord reads the next record from the transport and opens it (tls_read_record,
// before 3.2 ssl3_get_record). It gives 1 when there is one, else what the call returns.
func (c *call) getRecord() int {
	in := &c.ep.in
	if in.notReleased {
		return c.refuseRecord(refusal{RuleRecordDropped, InternalError, []reason{reasonNotReleased}})
	}
	if in.got == 0 && c.bioFill(headerLength) {
		if r, ok := c.in.takeWhole(in.epoch > 0); ok {
			c.ep.retry = WantNothing
			c.step.noteMove(Consumed, Incoming(c.ep.role), r, 0, r.WireLength(c.version))
			return c.gotRecord(r, true)
		}
	}
	if in.got < headerLength {
		if ret := c.readN(headerLength); ret <= 0 {
			return ret
		}
		if ret := c.checkHeader(); ret <= 0 {
			return ret
		}
	}
	if ret := c.readN(headerLength + in.body); ret <= 0 {
		return ret
	}
	r, whole := c.assembled()
	in.partial, in.got = nil, 0
	return c.gotRecord(r, whole)
}

// gotRecord opens a record. TLS 1.3's ChangeCipherSpec means nothing, so reading goes on
// with the record after it (RFC 8446 §5).
func (c *call) gotRecord(r Record, whole bool) int {
	if whole && r.Type == TypeChangeCipherSpec && c.ep.flight != flightNone && c.ep.speaks13(c.version) {
		return c.getRecord()
	}
	return c.open(r, whole)
}

// readN reads until n bytes of the record are there (ssl3_read_n, tls_default_read_n).
// Without read-ahead the library never asks for more than it needs.
func (c *call) readN(n int) int {
	in := &c.ep.in
	for in.got < n {
		if !c.bioFill(n - in.got) {
			return c.readFailed()
		}
		p := c.in.take(n - in.got)
		c.ep.retry = WantNothing
		c.appendSegment(p)
		in.got += p.to - p.from
		c.step.noteMove(Consumed, Incoming(c.ep.role), p.record, p.from, p.to)
	}
	return 1
}

// appendSegment adds p to the parts of the record that were read. If p continues the
// last part, both become one: a record that arrives byte by byte stays one segment. The
// first segment of a call copies the list, which other Worlds may share.
func (c *call) appendSegment(p segment) {
	in := &c.ep.in
	if !c.ownsPartial {
		in.partial = append(make([]segment, 0, len(in.partial)+1), in.partial...)
		c.ownsPartial = true
	}
	if last := len(in.partial) - 1; last >= 0 && p.continues(in.partial[last]) {
		in.partial[last].to = p.to
		return
	}
	in.partial = append(in.partial, p)
}

// assembled gives the record whose bytes were read, and whether they are all of it, only
// of it, and undamaged.
func (c *call) assembled() (Record, bool) {
	parts := c.ep.in.partial
	r := parts[0].record
	next := 0
	for _, p := range parts {
		if p.record.ID != r.ID || p.from != next || c.in.damaged(p) {
			return r, false
		}
		next = p.to
	}
	return r, next == r.WireLength(c.version)
}

// readFailed is what the call returns when no byte can be read. The transport has
// failed, or it has ended, or there is nothing to read yet.
func (c *call) readFailed() int {
	s := &c.ep.socket
	errno, failed := c.receiveError()
	ret := 0
	if failed {
		c.step.Errno, ret = errno, -1
	}
	switch {
	case failed && !(s.closed && s.inEOF && c.profile.has(diffEOFIsFatal)):
		c.wantAfterFailure(WantReading)
		c.step.fire(pick(s.closed, RuleBadDescriptor, RuleReset))
		return ret
	case !failed && !c.in.atEOF():
		return c.wantRead()
	}
	s.inEOF = true
	c.wantAfterFailure(WantReading)
	if c.profile.has(diffEOFReturnsZero) {
		ret = 0
	}
	c.endOfFile()
	return ret
}

// wantRead is a read that finds nothing yet.
func (c *call) wantRead() int {
	if c.blockInBIO(WantReading) {
		return -1
	}
	c.ep.want, c.ep.retry = WantReading, WantReading
	c.step.Errno = "EAGAIN"
	c.step.fire(RuleWantRead)
	return -1
}

// endOfFile is the end of the transport without a close_notify in front of it.
func (c *call) endOfFile() {
	switch {
	case !c.profile.has(diffEOFIsFatal):
		c.step.fire(RuleSilentEOF)
	case c.ep.ignoreEOF:
		c.ep.in.warnAlert = CloseNotify
		c.setFlags(Received, 0) // SSL_set_shutdown overwrites both flags: SENT is forgotten
		c.step.fire(RuleEOFIgnored)
	default:
		c.step.fire(RuleUnexpectedEOF)
		c.fatal(DecodeError, reasonUnexpectedEOF)
	}
}

// wantAfterFailure sets what SSL_want says after the transport has failed or ended.
// asked is what the call was doing.
func (c *call) wantAfterFailure(asked Want) {
	if c.profile.has(diffFailureEndsWant) {
		asked = WantNothing
	}
	c.ep.want, c.ep.retry = asked, WantNothing
}
