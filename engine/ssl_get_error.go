package engine

// SSLError is what SSL_get_error says of a call's return value.
type SSLError uint8

// The errors, numbered as in OpenSSL's ssl.h.
const (
	ErrorNone       SSLError = 0
	ErrorSSL        SSLError = 1
	ErrorWantRead   SSLError = 2
	ErrorWantWrite  SSLError = 3
	ErrorSyscall    SSLError = 5
	ErrorZeroReturn SSLError = 6
)

// Short returns the name without its prefix, "WANT_READ".
func (e SSLError) Short() string {
	switch e {
	case ErrorNone:
		return "NONE"
	case ErrorSSL:
		return "SSL"
	case ErrorWantRead:
		return "WANT_READ"
	case ErrorWantWrite:
		return "WANT_WRITE"
	case ErrorSyscall:
		return "SYSCALL"
	case ErrorZeroReturn:
		return "ZERO_RETURN"
	}
	return "unknown"
}

// String returns the C spelling, "SSL_ERROR_WANT_READ".
func (e SSLError) String() string { return "SSL_ERROR_" + e.Short() }

// getError is SSL_get_error. It looks for an error first, then at what the call wanted, and
// only then at the flags. A 0 of SSL_shutdown falls through all of them to
// SSL_ERROR_SYSCALL, unless an older error is still queued or a retry is pending.
func (c *call) getError(ret int) SSLError {
	c.updateErrorState()
	if ret > 0 {
		return ErrorNone
	}
	failure := c.failure()
	result := c.resultAfter(failure)
	switch {
	case result == ErrorZeroReturn:
		c.step.fire(RuleZeroReturn)
	case result != ErrorSyscall || failure != ErrorNone:
	case ret == 0 && c.verb == VerbShutdown:
		c.step.fire(RuleSyscallAfterZero)
	case c.errno == noErrno:
		c.step.fire(RuleSyscallWithoutCause)
	}
	return result
}

// failure is the error that SSL_get_error finds first, ErrorNone if there is none. It is in
// the queue, or an earlier call has recorded it in the connection.
func (c *call) failure() SSLError {
	queued, noted := c.errors.result(), c.ep.errorState
	if queued == noted || c.resultAfter(queued) == c.resultAfter(noted) || !c.differs(diffResultIgnoresQueue) {
		return queued
	}
	switch {
	case !c.verb.notesErrors():
		c.step.fire(RuleNoErrorNoted)
	case queued == ErrorNone:
		c.step.fire(RuleErrorNoted)
	default:
		c.step.fire(RuleStaleErrorIgnored)
	}
	return noted
}

// resultAfter is what SSL_get_error says of a call that returned 0 or less. failure is the
// error that it finds first.
func (c *call) resultAfter(failure SSLError) SSLError {
	ep := c.ep
	switch {
	case failure != ErrorNone:
		return failure
	case ep.shouldRead && ep.rwstate == WantReading:
		return ErrorWantRead
	case ep.shouldWrite && (ep.rwstate == WantWriting || ep.rwstate == WantReading && !c.twoBIOs()):
		return ErrorWantWrite
	case ep.hiddenWrite && ep.rwstate == WantReading:
		return ErrorWantWrite
	case ep.shutdown.Has(ReceivedShutdown) && ep.in.warnAlert == CloseNotify:
		return ErrorZeroReturn
	}
	return ErrorSyscall
}

// notesErrors reports whether the call records how it failed. SSL_get_error(3) does not
// list the others.
func (v Verb) notesErrors() bool {
	switch v {
	case VerbKeyUpdate, VerbRenegotiate, VerbClear:
		return false
	}
	return true
}
