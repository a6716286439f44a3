package engine

// getRecord reads the next record from the transport and opens it (tls_read_record,
// before 3.2 ssl3_get_record). It returns 1 when there is one, else what the call returns.
func (c *call) getRecord() int {
	in := &c.ep.in
	if in.notReleased {
		in.unread = 0
		c.refuseRecord(refusal{RuleRecordDropped, InternalError, []reason{reasonRecordsNotReleased}, noFunction})
		return -1
	}
	c.errno = noErrno
	outsideHandshake := in.epoch == 0 && c.ep.handshake == handshakeNone // see versionOutsideHandshake
	if in.got == 0 && !outsideHandshake && c.bioFill(headerLength) {
		if r, ok := c.inWire.takeWhole(c.decrypts()); ok {
			c.readDone(false)
			c.step.noteMove(Consumed, Incoming(c.ep.role), r, 0, r.WireLength(c.version))
			return c.gotRecord(r, true)
		}
	}
	if in.got < headerLength {
		if ret := c.readN(headerLength); ret <= 0 {
			return ret
		}
		if !c.checkHeader() {
			return -1
		}
	}
	if ret := c.readN(headerLength + in.body); ret <= 0 {
		return ret
	}
	r, whole := c.assembled()
	if !c.decrypts() {
		r.Type = c.readHeader().typ // without keys, a record is what its header says
	}
	in.partial, in.got = nil, 0
	return c.gotRecord(r, whole)
}

// gotRecord opens a record. TLS 1.3's ChangeCipherSpec means nothing, so reading goes on
// with the record after it (RFC 8446 §5).
func (c *call) gotRecord(r Record, whole bool) int {
	if whole && r.Type == TypeChangeCipherSpec && c.ep.isTLS13(c.version) {
		return c.getRecord()
	}
	if !c.open(r, whole) {
		return -1
	}
	return 1
}

// readN reads until n bytes of the record are there (ssl3_read_n, tls_default_read_n).
// Without read-ahead the library never asks for more than it needs.
func (c *call) readN(n int) int {
	in := &c.ep.in
	for ; in.got < n; c.hasTaken = true {
		if !c.bioFill(n - in.got) {
			if c.hasTaken {
				c.hideReadError()
			}
			ret := c.readFailed()
			if c.wait == waitNone || c.wait == waitFlush && in.left != in.hasPart() && c.differs(diffPendingBeforeAlert) {
				in.left = in.hasPart()
			}
			return ret
		}
		p := c.inWire.take(n - in.got)
		c.readDone(false)
		c.appendSegment(p)
		in.got += p.to - p.from
		c.step.noteMove(Consumed, Incoming(c.ep.role), p.record, p.from, p.to)
	}
	c.pastBuffer, c.hasTaken = false, false
	in.left = false
	return 1
}

// hasPart reports whether a part of a header or of a body has been read.
func (r *reader) hasPart() bool { return r.got != 0 && r.got != headerLength }

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

// assembled returns the record whose bytes were read, and whether they are all of it, only
// of it, and undamaged.
func (c *call) assembled() (Record, bool) {
	parts := c.ep.in.partial
	r := parts[0].record
	next := 0
	for _, p := range parts {
		if p.record.ID != r.ID || p.from != next || c.inWire.damaged(p) {
			return r, false
		}
		next = p.to
	}
	return r, next == r.WireLength(c.version)
}
