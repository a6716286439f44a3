package engine

const manRead = "SSL_read(3)"

// The rules of SSL_read and SSL_peek.
var (
	RuleReadAfterClose = &Rule{
		Name:     "read-after-close",
		Sentence: "SSL_RECEIVED_SHUTDOWN is set, so the call returns 0 without looking at the transport, no matter what has arrived there.",
		Man:      manShutdown + ", Remotely-Initiated Shutdown", RFC: rfcClosure,
		Advice: "If a close_notify set the flag, the peer has sent everything: answer with SSL_shutdown.", Call: VerbShutdown,
	}
	RuleRead = &Rule{
		Name:     "read",
		Sentence: "The call returns data from one record, at most as much as was asked for.",
		Man:      manRead + ", RETURN VALUES",
	}
	RulePeek = &Rule{
		Name:     "peek",
		Sentence: "SSL_peek returns the bytes that SSL_read would return, and leaves them to be read.",
		Man:      "SSL_peek(3)",
	}
	RuleExSuccess = &Rule{
		Name:     "ex-success",
		Sentence: "An _ex call returns 1 for success. Its last argument receives the number of bytes that were read or written.",
		Man:      manRead + ", RETURN VALUES",
	}
	RuleExFailure = &Rule{
		Name:     "ex-failure",
		Sentence: "An _ex call returns 0 for every failure, even where the call without _ex returns -1.",
		Man:      manRead + ", RETURN VALUES",
		Advice:   "Ask SSL_get_error: a retry, a clean end and a fatal error all look the same here.",
	}
	RuleReadNothing = &Rule{
		Name:     "read-nothing",
		Sentence: "Zero bytes were asked for. A record was opened, but none of it was read, so the call returns 0. That is not the end of the data.",
		Man:      manRead + ", NOTES",
		Advice:   "SSL_pending now says how many bytes can be read without the transport.",
	}
	RuleReadAfterOwnClose = &Rule{
		Name:     "read-after-own-close",
		Sentence: "Sending close_notify does not stop reading: this peer still gets what the other one sends.",
		Man:      manShutdown + ", Locally-Initiated Shutdown", RFC: rfcClosure,
		Advice: "Go on with SSL_read until SSL_ERROR_ZERO_RETURN.", Call: VerbRead,
	}
	RuleDataAfterClose = &Rule{
		Name:     "data-after-close",
		Sentence: "SSL_shutdown was waiting for close_notify and found data, which it cannot return. The record is dropped and the connection ends with \"application data after close notify\"; the peer is not told.",
		Man:      manLifecycle,
		Advice:   "Call SSL_read between the two SSL_shutdown calls until it gives SSL_ERROR_ZERO_RETURN.",
	}
	RuleCloseNotifyReceived = &Rule{
		Name:     "close-notify-received",
		Sentence: "The peer's close_notify was read: SSL_RECEIVED_SHUTDOWN is set. Everything that the peer sent before it has arrived.",
		Man:      manShutdown + ", Remotely-Initiated Shutdown", RFC: rfcClosure,
	}
	RuleFatalAlertReceived = &Rule{
		Name:     "fatal-alert-received",
		Sentence: "The peer ended the connection with a fatal alert. Its name is queued as the error, SSL_RECEIVED_SHUTDOWN is set, and the session can no longer be resumed.",
		Man:      manGetError + ", SSL_ERROR_SSL", RFC: rfcAlerts,
		Advice: "Look for the cause on the peer's side. Only SSL_free is left here.",
	}
	RuleWarningIgnored = &Rule{
		Name:     "warning-ignored",
		Sentence: "Unless TLS 1.3 has been negotiated, a warning alert other than close_notify and no_renegotiation is ignored, and reading goes on.",
		Man:      manGetError + ", SSL_ERROR_SSL", RFC: "RFC 5246 §7.2.2",
	}
	RuleTooManyWarnings = &Rule{
		Name:     "too-many-warnings",
		Sentence: "Five warning alerts have arrived in a row, and close_notify counts as one. The connection ends with \"too many warn alerts\".",
		Man:      manGetError + ", SSL_ERROR_SSL", RFC: "RFC 5246 §7.2",
	}
	RuleZeroReturn = &Rule{
		Name:     "zero-return",
		Sentence: "SSL_RECEIVED_SHUTDOWN is set, and the last warning alert was close_notify (also the default), so SSL_get_error returns SSL_ERROR_ZERO_RETURN. That means a clean end only if a close_notify set the flag: a fatal alert, SSL_set_shutdown and quiet shutdown set it, too.",
		Man:      manGetError + ", SSL_ERROR_ZERO_RETURN", RFC: rfcClosure,
	}
)
