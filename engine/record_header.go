package engine

// header is the five bytes in front of a record, and what decides whether they are
// accepted.
type header struct {
	typ          ContentType
	major, minor byte // legacy_record_version
	body         int  // the length that it announces, bytes
	version      Version

	// An alert in plain text may arrive: see plaintextAlertAllowed.
	plaintextAlert bool
	// The type is looked at before the version: see diffTypeBeforeVersion.
	typeFirst bool
}

// wrongVersion reports whether the header says another version than every record does
// since the versions were agreed upon.
func (h header) wrongVersion() bool { return h.major != 3 || h.minor != 3 }

// shownVersion is the version that the header says.
func (h header) shownVersion() Version { return Version(h.major)<<8 | Version(h.minor) }

// wrongType reports whether a protected record of TLS 1.3 does not pass for application
// data (RFC 8446 §5.2).
func (h header) wrongType() bool {
	return h.typ != TypeApplicationData && !(h.plaintextAlert && h.typ == TypeAlert)
}

// headerChecks are what a header of a protected record must not be, in the order in
// which OpenSSL looks (tls13_validate_record_header and
// tls_default_validate_record_header, before 3.2 ssl3_get_record).
var headerChecks = []struct {
	when func(header) bool
	refusal
}{
	{func(h header) bool { return h.version == TLS13 && h.major != 3 && !h.typeFirst },
		refusal{RuleBadHeader, ProtocolVersion, []reason{reasonWrongVersionNumber}, funcSSL3GetRecord}},
	{func(h header) bool { return h.version == TLS13 && h.wrongType() },
		refusal{RuleBadRecordType, UnexpectedMessage, []reason{reasonBadRecordType}, funcSSL3GetRecord}},
	{func(h header) bool { return h.version == TLS13 && h.wrongVersion() },
		refusal{RuleBadHeader, DecodeError, []reason{reasonWrongVersionNumber}, funcSSL3GetRecord}},
	{func(h header) bool { return h.wrongVersion() },
		refusal{RuleBadHeader, ProtocolVersion, []reason{reasonWrongVersionNumber}, funcSSL3GetRecord}},
	{func(h header) bool { return h.body > h.version.maxCiphertext() },
		refusal{RuleBadHeader, RecordOverflow, []reason{reasonEncryptedLengthTooLong}, funcSSL3GetRecord}},
}

// checkHeader validates the header that was read and notes the length that it announces. It
// reports whether the header is accepted. If it is not, the call returns -1.
func (c *call) checkHeader() bool {
	h := c.readHeader()
	ep := c.ep
	ep.in.body = h.body
	switch {
	case ep.in.epoch == 0 && ep.negotiated && h.wrongVersion(): // TLS 1.2: in TLS 1.3 the hellos bring new keys
		if h.typ == TypeAlert && h.major == 3 {
			return c.refuseUnanswered(noAlert)
		}
		if !c.differs(diffPlainHeaderChecks) && ep.out.epoch == 0 {
			ep.refusedVersion = h.shownVersion()
		}
		return c.refuseRecord(refusal{RuleBadHeader, ProtocolVersion, []reason{reasonWrongVersionNumber}, funcSSL3GetRecord})
	case ep.in.epoch == 0 && h.major != 3:
		return c.refuseUnanswered(ProtocolVersion)
	case ep.in.epoch == 0 && ep.handshake == handshakeNone && !c.differs(diffPlainHeaderChecks):
		return c.versionOutsideHandshake(h)
	case ep.in.epoch == 0 && h.body > maxPlaintext && c.differs(diffPlainHeaderChecks):
		return c.refuseRecord(refusal{RuleBadHeader, RecordOverflow, []reason{reasonDataLengthTooLong}, noFunction})
	case ep.in.epoch == 0 || h.typ == TypeChangeCipherSpec:
		return true // not protected
	}
	h.typeFirst = h.version == TLS13 && h.major != 3 && c.differs(diffTypeBeforeVersion)
	for _, check := range headerChecks {
		if check.when(h) {
			return c.refuseRecord(check.refusal)
		}
	}
	return true
}

// versionOutsideHandshake refuses a record that is read while no handshake is under way.
// ssl3_get_record then expects the version number of TLS 1.3, which no header has; only in
// a handshake does it accept any version in the first packet. An alert is not answered.
func (c *call) versionOutsideHandshake(h header) bool {
	d := noAlert
	if h.typ != TypeAlert {
		d, c.ep.refusedVersion = ProtocolVersion, h.shownVersion()
	}
	return c.refuseRecord(refusal{RuleBadHeader, d, []reason{reasonWrongVersionNumber}, funcSSL3GetRecord})
}

// readHeader returns the header that was read. Where bytes were lost from the stream it is
// some other bytes. Those of ciphertext can have any value: anyByte stands for them, which
// no check accepts.
func (c *call) readHeader() header {
	const anyByte = 0xa5
	var b [headerLength]byte
	i := 0
	for _, p := range c.ep.in.partial {
		for j := p.from; j < p.to && i < headerLength; j, i = j+1, i+1 {
			known := false
			if b[i], known = p.record.headerByte(j, c.version); !known {
				b[i] = anyByte
			}
			if c.inWire.damaged(segment{at: p.at + int64(j-p.from), to: 1}) {
				b[i] ^= 1
			}
		}
	}
	return header{
		typ: ContentType(b[0]), major: b[1], minor: b[2], body: int(b[3])<<8 | int(b[4]), version: c.version,
		plaintextAlert: c.plaintextAlertAllowed(),
	}
}

// refuseUnanswered refuses a record of the wrong version without an alert: an alert that
// says TLS 1.0 after the version was negotiated, or bytes that do not look like TLS. The
// record layer has no alert code to report then (ossl_tls_handle_rlayer_return). Releases
// without diffPlainHeaderChecks send d.
func (c *call) refuseUnanswered(d AlertDescription) bool {
	c.step.fire(RuleBadHeader)
	switch {
	case c.differs(diffEarlyAlertSurvives):
		c.raise(reasonWrongVersionNumber, noFunction)
		return false
	case d != noAlert && c.differs(diffPlainHeaderChecks):
		d = noAlert
	}
	c.fatal(d, reasonWrongVersionNumber, funcSSL3GetRecord)
	return false
}

// plaintextAlertAllowed reports whether an alert in plain text may arrive. A TLS 1.3
// server cannot know before the client's Finished whether the client has the keys.
func (c *call) plaintextAlertAllowed() bool {
	ep := c.ep
	return ep.role == Server && ep.in.epoch == 1 && c.version == TLS13
}
