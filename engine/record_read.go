package engine

// nextRecord reads the next record from the transport and opens it
// (tls_read_record). It gives 1 when there is one; else what the reading
// returns, with its cause noted.
func (c *call) nextRecord() int {
	in := &c.ep.in
	if in.notReleased {
		return c.badRecord(RuleRecordDropped, InternalError, reasonNotReleased)
	}
	if in.got == 0 && c.bioFill(headerLength) {
		if r, ok := c.in.takeWhole(in.epoch > 0); ok {
			c.ep.retry = WantNothing
			c.step.noteMove(Consumed, Incoming(c.ep.role), r, 0, r.WireLength(c.version))
			return c.skipCCS13(r, true)
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
	return c.skipCCS13(r, whole)
}

// skipCCS13 opens a record, or goes on to the next if it is TLS 1.3's
// ChangeCipherSpec, which means nothing (RFC 8446 §5).
func (c *call) skipCCS13(r Record, whole bool) int {
	if whole && r.Type == TypeChangeCipherSpec && c.ep.flight != flightNone && c.ep.speaks13(c.version) {
		return c.nextRecord()
	}
	return c.open(r, whole)
}

// readN reads until n bytes of the record are there. Without read-ahead the
// library never asks for more than it needs.
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

// appendSegment puts p behind the parts of the record that have come, as one piece with the
// last if it continues it: a record that arrives byte by byte is one piece all the
// way. The first of a turn copies the parts, which other Worlds may share.
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

// readFailed is what a read does when no byte can be had: the peer has gone, or it
// is a matter of waiting.
func (c *call) readFailed() int {
	s := &c.ep.socket
	errno, faulty := c.receiveError()
	ret := 0
	if faulty {
		c.step.Errno, ret = errno, -1
	}
	switch {
	case faulty && !(s.closed && s.inEOF && c.profile.has(diffEOFIsFatal)):
		c.wantAfterFailure(WantReading)
		c.step.fire(pick(s.closed, RuleBadDescriptor, RuleReset))
		return ret
	case !faulty && !c.in.atEOF():
		if c.blockInBIO(WantReading) {
			return -1
		}
		c.ep.want, c.ep.retry = WantReading, WantReading
		c.step.Errno = "EAGAIN"
		c.step.fire(RuleWantRead)
		return -1
	}
	s.inEOF = true
	c.wantAfterFailure(WantReading)
	if c.profile.has(diffEOFReturnsZero) {
		ret = 0
	}
	switch {
	case !c.profile.has(diffEOFIsFatal):
		c.step.fire(RuleSilentEOF)
	case c.ep.ignoreEOF:
		c.ep.in.warnAlert = CloseNotify
		c.setFlags(Received, 0) // SSL_set_shutdown: SENT is forgotten
		c.step.fire(RuleEOFIgnored)
	default:
		c.step.fire(RuleUnexpectedEOF)
		c.fatal(DecodeError, reasonUnexpectedEOF)
	}
	return ret
}

// wantAfterFailure notes what SSL_want says after the transport has ended or
// failed while it was asked for bytes or offered some.
func (c *call) wantAfterFailure(asked Want) {
	if c.profile.has(diffFailureEndsWant) {
		asked = WantNothing
	}
	c.ep.want, c.ep.retry = asked, WantNothing
}

// checkHeader validates the five bytes of a record's header and notes the length
// that they announce. A stream that lost bytes shows some other bytes here; those
// of ciphertext stand for any value and pass for none in particular.
func (c *call) checkHeader() int {
	const anyByte = 0xa5
	var h [headerLength]byte
	i := 0
	for _, p := range c.ep.in.partial {
		for j := p.from; j < p.to; j, i = j+1, i+1 {
			b, known := p.record.headerByte(j, c.version)
			if !known {
				b = anyByte
			}
			at := segment{at: p.at + int64(j-p.from), to: 1}
			if c.in.damaged(at) {
				b ^= 1
			}
			h[i] = b
		}
	}
	body := int(h[3])<<8 | int(h[4])
	wrongVersion := h[1] != 3 || h[2] != 3
	tls13 := c.version == TLS13
	c.ep.in.body = body
	switch {
	case !tls13 && c.ep.in.epoch == 0 && c.ep.negotiated && wrongVersion:
		return c.earlyAlert()
	case c.ep.in.epoch == 0 || c.ep.flight != flightNone && RecordType(h[0]) == TypeChangeCipherSpec:
	case tls13 && h[1] != 3 && !c.profile.has(diffTypeBeforeVersion):
		return c.badRecord(RuleBadHeader, ProtocolVersion, reasonWrongVersion)
	case tls13 && RecordType(h[0]) != TypeApplicationData && !(c.plainAlerts() && RecordType(h[0]) == TypeAlert):
		return c.badRecord(RuleBadRecordType, UnexpectedMessage, reasonBadRecordType)
	case tls13 && wrongVersion:
		return c.badRecord(RuleBadHeader, DecodeError, reasonWrongVersion)
	case wrongVersion:
		return c.badRecord(RuleBadHeader, ProtocolVersion, reasonWrongVersion)
	case body > c.version.maxCiphertext():
		return c.badRecord(RuleBadHeader, RecordOverflow, reasonTooLong)
	}
	return 1
}

// earlyAlert is a record whose header still says TLS 1.0: an alert, most likely, so
// none is sent.
func (c *call) earlyAlert() int {
	if !c.profile.has(diffEarlyAlertSurvives) {
		return c.badRecord(RuleBadHeader, noAlert, reasonWrongVersion)
	}
	c.step.fire(RuleBadHeader)
	c.push(reasonWrongVersion)
	c.push(reasonRecordLayer)
	return -1
}

// plainAlerts reports whether an alert in plain text may come: a TLS 1.3 server
// cannot know, until the client's Finished, whether the client has the keys.
func (c *call) plainAlerts() bool {
	ep := c.ep
	return ep.role == Server && ep.flight != flightNone && ep.in.epoch == 1 && c.version == TLS13
}

// assembled gives the record whose bytes were gathered, and whether they are all
// of it and only of it, unharmed.
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

// open removes a record's protection. It fails for one that is not whole and for
// one whose predecessor was lost: the sequence number is part of the nonce
// (RFC 8446 §5.3, RFC 5246 §6.2.3.3).
func (c *call) open(r Record, whole bool) int {
	in, v := &c.ep.in, c.version
	// Before there are keys, ciphertext passes for a message. What its first byte
	// stands for is hardly ever what must come.
	misread := v == TLS12 && in.epoch == 0 && whole && r.Type == TypeHandshake && !r.plain(v)
	if misread || r.Type == TypeAlert && r.plain(v) && c.plainAlerts() {
		in.record, in.unread, in.hasRecord = r, r.Length, true
		return 1
	}
	whole = whole && r.plain(v) == (in.epoch == 0)
	switch {
	case v == TLS12 && !whole && in.body < v.overhead():
		return c.shortRecord()
	case v == TLS12 && (!whole || r.Epoch != in.epoch || r.Seq != in.seq):
		return c.badMAC12()
	case !whole || r.Epoch != in.epoch || r.Seq != in.seq:
		return c.badRecord(RuleBadMAC, BadRecordMAC, reasonBadMAC)
	}
	in.seq++
	in.record, in.unread, in.hasRecord = r, r.Length, true
	return 1
}

// shortRecord refuses a record of TLS 1.2 that is too short for AES-GCM's nonce and tag
// (tls1_cipher).
func (c *call) shortRecord() int {
	switch p := c.profile; {
	case p.has(diffShortRecordIsBadMAC):
		return c.badRecord(RuleShortRecord, BadRecordMAC, reasonBadMAC)
	case p.has(diffCipherFromProvider):
		return c.badRecord(RuleShortRecord, InternalError, reasonInvalidAAD, reasonInternalError)
	}
	return c.badRecord(RuleShortRecord, InternalError, reasonInternalError)
}

// badMAC12 refuses a record of TLS 1.2 that AES-GCM does not accept.
func (c *call) badMAC12() int {
	if c.profile.has(diffCipherFromProvider) {
		return c.badRecord(RuleBadMAC, BadRecordMAC, reasonCipherFailed, reasonBadMAC)
	}
	return c.badRecord(RuleBadMAC, BadRecordMAC, reasonBadMAC)
}

// badRecord ends the connection over a record that cannot be accepted.
func (c *call) badRecord(rule RuleID, d AlertDescription, reasons ...reason) int {
	c.step.fire(rule)
	c.ep.in.refused = true
	last := len(reasons) - 1
	for _, r := range reasons[:last] {
		c.push(r)
	}
	if c.profile.has(diffRecordLayerFailure) {
		c.push(reasons[last])
		c.fatal(d, reasonRecordLayer)
	} else {
		c.fatal(d, reasons[last])
	}
	return -1
}
