package engine

// readFailed is what the call returns when no byte can be read. The transport has
// failed, or it has ended, or there is nothing to read yet.
func (c *call) readFailed() int {
	s := &c.ep.socket
	e, failed := c.receiveError()
	ret := 0
	if failed {
		c.errno, ret = e, -1
	}
	switch {
	case failed && !c.remembersEOF():
		s.inEOF = false
		c.readDone(false)
		c.wantAfterFailure(WantReading)
		c.step.fire(pick(s.closed, RuleBadDescriptor, RuleConnectionReset))
		c.transportFailed()
		return ret
	case !failed && !c.inWire.atEOF():
		return c.wantRead()
	}
	s.inEOF = true
	c.readDone(false)
	c.wantAfterFailure(WantReading)
	if ret != 0 && c.differs(diffReadAfterEOFReturnsZero) {
		ret = 0
	}
	c.endOfFile()
	return ret
}

// remembersEOF reports whether a read that fails counts as the end of the stream, because
// the BIO has found the end before (BIO_FLAGS_IN_EOF).
func (c *call) remembersEOF() bool {
	switch {
	case !c.ep.socket.inEOF:
		return false
	case c.profile.has(diffEOFIsFatal) && c.differs(diffEOFForgotten): // where it is not fatal, nothing asks for it
		return false
	}
	return c.differs(diffEOFIsFatal)
}

// wantRead is a read that finds nothing yet.
func (c *call) wantRead() int {
	c.wouldBlock()
	if c.blockInBIO(WantReading) {
		return -1
	}
	c.ep.rwstate = WantReading
	c.readDone(true)
	c.step.fire(RuleWantRead)
	return -1
}

// endOfFile is the end of the transport without a close_notify in front of it.
func (c *call) endOfFile() {
	switch {
	case !c.differs(diffEOFIsFatal):
		c.step.fire(RuleSilentEOF)
	case c.ep.ignoreEOF:
		c.ep.in.warnAlert = CloseNotify
		c.setFlags(ReceivedShutdown, 0) // SSL_set_shutdown overwrites both flags: SENT is forgotten
		c.step.fire(RuleEOFIgnored)
	default:
		c.step.fire(RuleUnexpectedEOF)
		c.fatal(DecodeError, reasonUnexpectedEOF, noFunction)
	}
}

// afterFailure marks a want that was set because the transport failed or ended. An alert
// sent in the same call may still set another.
const afterFailure Want = 1 << 7

// wantAfterFailure sets what SSL_want says after the transport has failed or ended.
// asked is what the call was doing.
func (c *call) wantAfterFailure(asked Want) {
	c.ep.rwstate = asked | afterFailure
}

// settleWant removes the mark at the end of a call, and decides what SSL_want says.
func (c *call) settleWant() {
	if c.ep.rwstate&afterFailure == 0 {
		return
	}
	c.ep.rwstate &^= afterFailure
	if c.differs(diffFailureEndsWant) {
		c.ep.rwstate = WantNothing
	}
}
