package engine

// nextRecord reads the next record from the transport and opens it
// (tls_read_record). It gives 1 when there is one; else what the reading
// returns, with its cause noted.
func (t *turn) nextRecord() int {
	in := &t.ep().in
	if in.notReleased {
		return t.badRecord(RuleRecordDropped, InternalError, reasonNotReleased)
	}
	if in.got == 0 && t.bioFill(headerLength) {
		if r, ok := t.in().takeWhole(in.epoch > 0); ok {
			t.ep().retry = WantNothing
			t.noteMove(Consumed, Incoming(t.step.Op.Role), r, 0, r.WireLength(t.world.config.Version))
			return t.skipCCS13(r, true)
		}
	}
	if in.got < headerLength {
		if ret := t.readN(headerLength); ret <= 0 {
			return ret
		}
		if ret := t.checkHeader(); ret <= 0 {
			return ret
		}
	}
	if ret := t.readN(headerLength + in.body); ret <= 0 {
		return ret
	}
	r, whole := t.assembled()
	in.partial, in.got = nil, 0
	return t.skipCCS13(r, whole)
}

// skipCCS13 opens a record, or goes on to the next if it is TLS 1.3's
// ChangeCipherSpec, which means nothing (RFC 8446 §5).
func (t *turn) skipCCS13(r Record, whole bool) int {
	if whole && r.Type == TypeChangeCipherSpec && t.ep().flight != flightNone && t.ep().speaks13(t.world.config.Version) {
		return t.nextRecord()
	}
	return t.open(r, whole)
}

// readN reads until n bytes of the record are there. Without read-ahead the
// library never asks for more than it needs.
func (t *turn) readN(n int) int {
	in := &t.ep().in
	for in.got < n {
		if !t.bioFill(n - in.got) {
			return t.readFailed()
		}
		p := t.in().take(n - in.got)
		t.ep().retry = WantNothing
		t.appendSegment(p)
		in.got += p.to - p.from
		t.noteMove(Consumed, Incoming(t.step.Op.Role), p.record, p.from, p.to)
	}
	return 1
}

// appendSegment puts p behind the parts of the record that have come, as one piece with the
// last if it continues it: a record that arrives byte by byte is one piece all the
// way. The first of a turn copies the parts, which other Worlds may share.
func (t *turn) appendSegment(p segment) {
	in := &t.ep().in
	if !t.ownsPartial {
		in.partial = append(make([]segment, 0, len(in.partial)+1), in.partial...)
		t.ownsPartial = true
	}
	if last := len(in.partial) - 1; last >= 0 && p.continues(in.partial[last]) {
		in.partial[last].to = p.to
		return
	}
	in.partial = append(in.partial, p)
}

// readFailed is what a read does when no byte can be had: the peer has gone, or it
// is a matter of waiting.
func (t *turn) readFailed() int {
	s := &t.ep().socket
	errno, faulty := t.receiveError()
	ret := 0
	if faulty {
		t.step.Errno, ret = errno, -1
	}
	switch {
	case faulty && !(s.closed && s.inEOF && t.world.profile.has(diffEOFIsFatal)):
		t.wantAfterFailure(WantReading)
		t.step.fire(pick(s.closed, RuleBadDescriptor, RuleReset))
		return ret
	case !faulty && !t.in().atEOF():
		if t.blockInBIO(WantReading) {
			return -1
		}
		t.ep().want, t.ep().retry = WantReading, WantReading
		t.step.Errno = "EAGAIN"
		t.step.fire(RuleWantRead)
		return -1
	}
	s.inEOF = true
	t.wantAfterFailure(WantReading)
	if t.world.profile.has(diffEOFReturnsZero) {
		ret = 0
	}
	switch {
	case !t.world.profile.has(diffEOFIsFatal):
		t.step.fire(RuleSilentEOF)
	case t.ep().ignoreEOF:
		t.ep().in.warnAlert = CloseNotify
		t.setFlags(Received, 0) // SSL_set_shutdown: SENT is forgotten
		t.step.fire(RuleEOFIgnored)
	default:
		t.step.fire(RuleUnexpectedEOF)
		t.fatal(DecodeError, reasonUnexpectedEOF)
	}
	return ret
}

// wantAfterFailure notes what SSL_want says after the transport has ended or
// failed while it was asked for bytes or offered some.
func (t *turn) wantAfterFailure(asked Want) {
	if t.world.profile.has(diffFailureEndsWant) {
		asked = WantNothing
	}
	t.ep().want, t.ep().retry = asked, WantNothing
}

// checkHeader validates the five bytes of a record's header and notes the length
// that they announce. A stream that lost bytes shows some other bytes here; those
// of ciphertext stand for any value and pass for none in particular.
func (t *turn) checkHeader() int {
	const anyByte = 0xa5
	var h [headerLength]byte
	i := 0
	for _, p := range t.ep().in.partial {
		for j := p.from; j < p.to; j, i = j+1, i+1 {
			b, known := p.record.headerByte(j, t.world.config.Version)
			if !known {
				b = anyByte
			}
			at := segment{at: p.at + int64(j-p.from), to: 1}
			if t.in().damaged(at) {
				b ^= 1
			}
			h[i] = b
		}
	}
	body := int(h[3])<<8 | int(h[4])
	wrongVersion := h[1] != 3 || h[2] != 3
	tls13 := t.world.config.Version == TLS13
	t.ep().in.body = body
	switch {
	case !tls13 && t.ep().in.epoch == 0 && t.ep().negotiated && wrongVersion:
		return t.earlyAlert()
	case t.ep().in.epoch == 0 || t.ep().flight != flightNone && RecordType(h[0]) == TypeChangeCipherSpec:
	case tls13 && h[1] != 3 && !t.world.profile.has(diffTypeBeforeVersion):
		return t.badRecord(RuleBadHeader, ProtocolVersion, reasonWrongVersion)
	case tls13 && RecordType(h[0]) != TypeApplicationData && !(t.plainAlerts() && RecordType(h[0]) == TypeAlert):
		return t.badRecord(RuleBadRecordType, UnexpectedMessage, reasonBadRecordType)
	case tls13 && wrongVersion:
		return t.badRecord(RuleBadHeader, DecodeError, reasonWrongVersion)
	case wrongVersion:
		return t.badRecord(RuleBadHeader, ProtocolVersion, reasonWrongVersion)
	case body > t.world.config.Version.maxCiphertext():
		return t.badRecord(RuleBadHeader, RecordOverflow, reasonTooLong)
	}
	return 1
}

// earlyAlert is a record whose header still says TLS 1.0: an alert, most likely, so
// none is sent.
func (t *turn) earlyAlert() int {
	if !t.world.profile.has(diffEarlyAlertSurvives) {
		return t.badRecord(RuleBadHeader, noAlert, reasonWrongVersion)
	}
	t.step.fire(RuleBadHeader)
	t.push(reasonWrongVersion)
	t.push(reasonRecordLayer)
	return -1
}

// plainAlerts reports whether an alert in plain text may come: a TLS 1.3 server
// cannot know, until the client's Finished, whether the client has the keys.
func (t *turn) plainAlerts() bool {
	ep := t.ep()
	return ep.role == Server && ep.flight != flightNone && ep.in.epoch == 1 && t.world.config.Version == TLS13
}

// assembled gives the record whose bytes were gathered, and whether they are all
// of it and only of it, unharmed.
func (t *turn) assembled() (Record, bool) {
	parts := t.ep().in.partial
	r := parts[0].record
	next := 0
	for _, p := range parts {
		if p.record.ID != r.ID || p.from != next || t.in().damaged(p) {
			return r, false
		}
		next = p.to
	}
	return r, next == r.WireLength(t.world.config.Version)
}

// open removes a record's protection. It fails for one that is not whole and for
// one whose predecessor was lost: the sequence number is part of the nonce
// (RFC 8446 §5.3, RFC 5246 §6.2.3.3).
func (t *turn) open(r Record, whole bool) int {
	in, v := &t.ep().in, t.world.config.Version
	// Before there are keys, ciphertext passes for a message. What its first byte
	// stands for is hardly ever what must come.
	misread := v == TLS12 && in.epoch == 0 && whole && r.Type == TypeHandshake && !r.plain(v)
	if misread || r.Type == TypeAlert && r.plain(v) && t.plainAlerts() {
		in.record, in.unread, in.hasRecord = r, r.Length, true
		return 1
	}
	whole = whole && r.plain(v) == (in.epoch == 0)
	switch {
	case v == TLS12 && !whole && in.body < v.overhead():
		return t.shortRecord()
	case v == TLS12 && (!whole || r.Epoch != in.epoch || r.Seq != in.seq):
		return t.badMAC12()
	case !whole || r.Epoch != in.epoch || r.Seq != in.seq:
		return t.badRecord(RuleBadMAC, BadRecordMAC, reasonBadMAC)
	}
	in.seq++
	in.record, in.unread, in.hasRecord = r, r.Length, true
	return 1
}

// shortRecord refuses a record of TLS 1.2 that is too short for AES-GCM's nonce and tag
// (tls1_cipher).
func (t *turn) shortRecord() int {
	switch p := t.world.profile; {
	case p.has(diffShortRecordIsBadMAC):
		return t.badRecord(RuleShortRecord, BadRecordMAC, reasonBadMAC)
	case p.has(diffCipherFromProvider):
		return t.badRecord(RuleShortRecord, InternalError, reasonInvalidAAD, reasonInternalError)
	}
	return t.badRecord(RuleShortRecord, InternalError, reasonInternalError)
}

// badMAC12 refuses a record of TLS 1.2 that AES-GCM does not accept.
func (t *turn) badMAC12() int {
	if t.world.profile.has(diffCipherFromProvider) {
		return t.badRecord(RuleBadMAC, BadRecordMAC, reasonCipherFailed, reasonBadMAC)
	}
	return t.badRecord(RuleBadMAC, BadRecordMAC, reasonBadMAC)
}

// badRecord ends the connection over a record that cannot be accepted.
func (t *turn) badRecord(rule RuleID, d AlertDescription, reasons ...reason) int {
	t.step.fire(rule)
	t.ep().in.refused = true
	last := len(reasons) - 1
	for _, r := range reasons[:last] {
		t.push(r)
	}
	if t.world.profile.has(diffRecordLayerFailure) {
		t.push(reasons[last])
		t.fatal(d, reasonRecordLayer)
	} else {
		t.fatal(d, reasons[last])
	}
	return -1
}
