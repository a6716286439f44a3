package engine

// resetErrorState begins a call that reads, writes, makes a handshake or closes
// (ssl_reset_error_state): nothing is noted of it yet, unless a fatal error has ended the
// connection before. acts says whether the call would then do anything but fail. It
// reports whether the call returns -1 at once.
func (c *call) resetErrorState(acts bool) (ended bool) {
	c.ep.errorState = pick(c.ep.failed, ErrorSSL, ErrorNone)
	if !c.ep.failed || !acts || !c.differs(diffErrorStateFirst) {
		return false
	}
	c.step.fire(RuleAfterFatalError)
	return true
}

// refuse queues the reason for which the call does nothing. The connection goes on.
func (c *call) refuse(r reason, f function) int {
	c.raise(r, f)
	c.ep.errorState = ErrorSSL
	return -1
}

// updateErrorState ends a call: it notes how the call failed, if it ended the connection
// (ssl_update_error_state).
func (c *call) updateErrorState() {
	if c.ep.failed && c.ep.errorState == ErrorNone {
		c.ep.errorState = pick(c.errors.result() == ErrorSSL, ErrorSSL, ErrorSyscall)
	}
}

// transportFailed is a read or write that the transport has refused for good. If that is
// fatal, no error is queued for it and no alert sent.
func (c *call) transportFailed() {
	if c.ep.failed || !c.differs(diffTransportFailureIsFatal) {
		return
	}
	c.ep.state, c.ep.failed = Init, true
	c.step.fire(RuleTransportFailureIsFatal)
}
