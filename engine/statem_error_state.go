package engine

// resetErrorState begins a read, write, handshake or shutdown (ssl_reset_error_state). No
// failure is recorded for it yet, unless a fatal error has already ended the connection.
// acts says whether the call could do anything but fail even then. It reports whether the
// call returns -1 at once.
func (c *call) resetErrorState(acts bool) (ended bool) {
	c.ep.errorState = pick(c.ep.failed, ErrorSSL, ErrorNone)
	if !c.ep.failed || !acts || !c.differs(diffErrorStateFirst) {
		return false
	}
	c.step.fire(RuleAfterFatalError)
	return true
}

// refuse queues the reason why the call does nothing. The connection goes on.
func (c *call) refuse(r reason, f function) int {
	c.raise(r, f)
	c.ep.errorState = ErrorSSL
	return -1
}

// updateErrorState ends a call: if the connection has ended, it records how the call failed
// (ssl_update_error_state).
func (c *call) updateErrorState() {
	if c.ep.failed && c.ep.errorState == ErrorNone {
		c.ep.errorState = pick(c.errors.result() == ErrorSSL, ErrorSSL, ErrorSyscall)
	}
}

// transportFailed follows a read or write that failed for good in the transport. Where that
// is fatal, no error is queued for it and no alert is sent.
func (c *call) transportFailed() {
	if c.ep.failed || !c.differs(diffTransportFailureIsFatal) {
		return
	}
	c.ep.state, c.ep.failed = Init, true
	c.step.fire(RuleTransportFailureIsFatal)
}
