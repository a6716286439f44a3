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

// getError is SSL_get_error. It looks at the error queue first, then at what the call
// wanted, and only then at the flags. A 0 of SSL_shutdown falls through all of them to
// SSL_ERROR_SYSCALL, unless an older error is still queued or a retry is pending.
func (c *call) getError(ret int) SSLError {
	ep := c.ep
	switch {
	case ret > 0:
		return ErrorNone
	case c.errors.oldest().isSystem():
		return ErrorSyscall
	case c.errors.oldest() != noReason:
		return ErrorSSL
	case ep.rwstate != WantNothing && ep.bioRetry == WantReading:
		return ErrorWantRead
	case ep.rwstate != WantNothing && ep.bioRetry == WantWriting:
		return ErrorWantWrite
	case ep.shutdown.Has(ReceivedShutdown) && ep.in.warnAlert == CloseNotify:
		c.step.fire(RuleZeroReturn)
		return ErrorZeroReturn
	}
	if ret == 0 && c.verb == VerbShutdown {
		c.step.fire(RuleSyscallAfterZero)
	} else if c.errno == noErrno {
		c.step.fire(RuleSyscallWithoutCause)
	}
	return ErrorSyscall
}
