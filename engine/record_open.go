package engine

// opening is a record whose protection is to be removed, and what decides whether that
// succeeds.
type opening struct {
	version  Version
	intact   bool // its bytes are all of it, undamaged, and protected or not as expected
	expected bool // it is the next record under these keys
	tooShort bool // its body has no room for what AES-GCM adds

	// See diffCipherFromProvider, diffShortRecordIsBadMAC and diffShortRecordIsNoBadPadding.
	// Only a refused record sets them.
	providerCipher, shortIsBadMAC, shortIsBadPadding bool
}

// refused reports whether the record is refused, for whatever reason. The sequence number
// is part of the nonce, so a record after a lost one is refused, too (RFC 8446 §5.3, RFC
// 5246 §6.2.3.3).
func (o opening) refused() bool { return !o.intact || !o.expected }

// short reports whether a record of the version is refused before its tag is looked at
// (tls1_cipher, tls13_enc).
func (o opening) short(v Version) bool { return o.version == v && !o.intact && o.tooShort }

// openChecks are the ways in which a refused record fails to open, in the order in which
// OpenSSL looks. The last one is what is left: the tag does not fit.
var openChecks = []struct {
	when func(opening) bool
	refusal
}{
	{func(o opening) bool { return o.shortIsBadPadding },
		refusal{RuleShortRecord, BadRecordMAC, []reason{reasonBlockCipherPad}, funcSSL3GetRecord}},
	{func(o opening) bool { return o.shortIsBadMAC },
		refusal{RuleShortRecord, BadRecordMAC, []reason{reasonBadRecordMAC}, funcSSL3GetRecord}},
	{func(o opening) bool { return o.short(TLS12) && o.providerCipher },
		refusal{RuleShortRecord, InternalError, []reason{reasonInvalidAAD, reasonInternalError}, funcTLS1Enc}},
	{func(o opening) bool { return o.short(TLS12) },
		refusal{RuleShortRecord, InternalError, []reason{reasonInternalError}, funcTLS1Enc}},
	{func(o opening) bool { return o.version == TLS12 && o.providerCipher },
		refusal{RuleBadRecordMAC, BadRecordMAC, []reason{reasonCipherOperationFailed, reasonBadRecordMAC}, funcSSL3GetRecord}},
	{func(opening) bool { return true },
		refusal{RuleBadRecordMAC, BadRecordMAC, []reason{reasonBadRecordMAC}, funcSSL3GetRecord}},
}

// open removes a record's protection, and reports whether that succeeds. If it does not, the
// call returns -1. whole says whether the record's bytes are all there and undamaged.
func (c *call) open(r Record, whole bool) bool {
	in := &c.ep.in
	in.unreadable = !c.decrypts() && (!whole || !r.plain(c.version) || r.BareNonce)
	if in.unreadable {
		return c.openUnreadable(r)
	}
	if !c.decrypts() || r.Type == TypeAlert && r.plain(c.version) && c.plaintextAlertAllowed() {
		in.record, in.unread, in.hasRecord = r, r.Length, true
		return true
	}
	o := opening{
		version:  c.version,
		intact:   whole && !r.plain(c.version),
		expected: r.Epoch == in.epoch && r.Seq == in.seq,
		tooShort: in.body < c.version.overhead(),
	}
	if o.refused() {
		o.shortIsBadMAC = o.short(TLS12) && c.differs(diffShortRecordIsBadMAC)
		o.shortIsBadPadding = o.short(TLS13) && !c.differs(diffShortRecordIsNoBadPadding)
		o.providerCipher = o.version == TLS12 && !o.shortIsBadMAC && c.differs(diffCipherFromProvider)
		for _, check := range openChecks {
			if check.when(o) {
				return c.refuseRecord(check.refusal)
			}
		}
	}
	in.seq++
	in.record, in.unread, in.hasRecord = r, r.Length, true
	return true
}

// decrypts reports whether the peer removes the protection of what it reads.
func (c *call) decrypts() bool { return c.ep.in.epoch > 0 && c.usesKeys() }

// unreadableMessage stands for the first byte of ciphertext, which is hardly ever the type
// of the message that must come now.
const unreadableMessage HandshakeType = 255

// openUnreadable accepts a record as plaintext. A peer without keys, as after SSL_clear,
// cannot tell that its bytes are ciphertext or damaged.
func (c *call) openUnreadable(r Record) bool {
	in := &c.ep.in
	if in.body > maxPlaintext {
		return c.refuseRecord(refusal{RuleBadHeader, RecordOverflow, []reason{reasonDataLengthTooLong}, funcSSL3GetRecord})
	}
	if r.Injected && in.body == alertLength { // corrupt flips the last bit, which is in the description
		r.Alert.Description ^= 1
		in.unreadable = false
	}
	r.Message = unreadableMessage
	in.record, in.unread, in.hasRecord = r, in.body, true
	return true
}

// refusal is how a record that cannot be accepted ends the connection: the errors queued,
// oldest first, and the alert sent.
type refusal struct {
	rule     *Rule
	alert    AlertDescription // noAlert for none
	reasons  []reason
	function function // that queues the last of them
}

// refuseRecord ends the connection. It returns false, which says that there is no record.
func (c *call) refuseRecord(r refusal) bool {
	c.step.fire(r.rule)
	c.ep.in.refused = true
	last := len(r.reasons) - 1
	for _, earlier := range r.reasons[:last] {
		c.raise(earlier, noFunction)
	}
	if c.differs(diffRecordLayerFailure) {
		c.raise(r.reasons[last], noFunction)
		c.fatal(r.alert, reasonRecordLayerFailure, noFunction)
	} else {
		c.fatal(r.alert, r.reasons[last], r.function)
	}
	return false
}
