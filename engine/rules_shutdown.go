package engine

// Pages of the manual, as OpenSSL 3.5 has them.
const (
	manShutdown    = "SSL_shutdown(3)"
	manLifecycle   = "SSL_shutdown(3), Shutdown Lifecycle"
	manReturn      = "SSL_shutdown(3), RETURN VALUES"
	manGetError    = "SSL_get_error(3)"
	manSetShutdown = "SSL_set_shutdown(3)"
	rfcClosure     = "RFC 8446 §6.1"
	rfcAlerts      = "RFC 8446 §6"
)

// The rules of SSL_shutdown and its alert.
var (
	RuleShutdownInInit = &Rule{
		Name:     "shutdown-in-init",
		Sentence: "The handshake is not finished, or a fatal error has ended the connection, so SSL_shutdown returns -1 at once, with the reason \"shutdown while in init\". No flag changes, not even with quiet shutdown on, and nothing is sent.",
		Man:      manShutdown + ", DESCRIPTION",
		Advice:   "After a fatal error only SSL_free is left. Call SSL_shutdown only if SSL_is_init_finished() returns 1 and no call has failed with SSL_ERROR_SSL or SSL_ERROR_SYSCALL.",
	}
	RuleQuietShutdown = &Rule{
		Name:     "quiet-shutdown",
		Sentence: "Quiet shutdown is on: both flags are set and 1 is returned, but this call writes no close_notify. If none was sent before, the peer will see only the end of the transport, which it cannot tell from a truncation.",
		Man:      manShutdown + ", Quiet Shutdown", RFC: rfcClosure,
		Advice: "Use it only if the application's own protocol tells the peer that everything has arrived.",
	}
	RuleSendCloseNotify = &Rule{
		Name:     "send-close-notify",
		Sentence: "SSL_SENT_SHUTDOWN was not set, so SSL_shutdown sets it and sends close_notify. The flag stays set even if the write fails. The session counts as properly closed, so SSL_free will keep it.",
		Man:      manShutdown + ", Effects on Session Reuse", RFC: rfcClosure,
	}
	RuleCloseNotifyNotOut = &Rule{
		Name:     "close-notify-not-out",
		Sentence: "close_notify could not be written completely; it waits to be dispatched. The flag is set all the same. The manual of newer releases says that a non-blocking call returns 0 here; every release returns -1.",
		Man:      manLifecycle,
		Advice:   "If SSL_get_error asks for a retry and no SSL_write is half done, wait until the transport is writable and call SSL_shutdown again.",
	}
	RuleDispatchAgain = &Rule{
		Name:     "dispatch-again",
		Sentence: "close_notify was still waiting, so this SSL_shutdown only tries to write it and does not look at what the peer sent.",
		Man:      manLifecycle,
	}
	RuleAwaitCloseNotify = &Rule{
		Name:     "await-close-notify",
		Sentence: "SSL_SENT_SHUTDOWN is set and no alert waits, so this SSL_shutdown reads from the transport and looks for the peer's close_notify. Only SSL_RECEIVED_SHUTDOWN decides what is returned, not the result of the read.",
		Man:      manLifecycle, RFC: rfcClosure,
		Advice: "Read with SSL_read until SSL_ERROR_ZERO_RETURN before this call: it has nowhere to put data.",
	}
	RuleBothClosed = &Rule{
		Name:     "both-closed",
		Sentence: "Both flags are set and nothing waits to be written, so the shutdown is complete and 1 is returned.",
		Man:      manReturn, RFC: rfcClosure,
		Advice: "The transport may now be closed, or used without TLS.",
	}
	RuleHalfClosed = &Rule{
		Name:     "half-closed",
		Sentence: "close_notify has been sent and the other peer's has not been seen, so 0 is returned. That is progress, not an error.",
		Man:      manReturn, RFC: rfcClosure,
		Advice: "For a one-way close this is enough. To close both ways, call SSL_read until SSL_ERROR_ZERO_RETURN, then SSL_shutdown again. Do not ask SSL_get_error about a 0.", Call: VerbRead,
	}
	RuleSyscallAfterZero = &Rule{
		Name:     "syscall-after-zero",
		Sentence: "SSL_get_error was asked about a return value of 0, although 0 is not an error here. It finds no error, nothing to wait for and no close_notify, so it returns the only value left: SSL_ERROR_SYSCALL, with errno 0. That is misleading: nothing failed.",
		Man:      manReturn,
		Advice:   "Call SSL_get_error only when SSL_shutdown returned a negative value.",
	}
	RuleAlertBehindData = &Rule{
		Name:     "alert-behind-data",
		Sentence: "A record is only half written, and no alert can be sent before the rest of it. The alert waits.",
		Man:      manGetError + ", SSL_ERROR_WANT_WRITE",
		Advice:   "Finish a pending SSL_write before SSL_shutdown. Afterwards the write cannot be retried: SSL_SENT_SHUTDOWN is set.",
	}
	RuleAlertRetried = &Rule{
		Name:     "alert-retried",
		Sentence: "The library tries again to write the rest of the alert.",
		Man:      manLifecycle,
	}
	RuleAlertGivenUp = &Rule{
		Name:     "alert-given-up",
		Sentence: "Another record is half written, so the library drops the alert for good: neither the rest of that record nor the alert will ever leave.",
		Man:      manGetError + ", SSL_ERROR_WANT_WRITE",
		Advice:   "The connection cannot be closed properly any more. Free it.",
		with:     diffAlertGivenUp,
	}
	RuleNoAlertAfterClose = &Rule{
		Name:     "no-alert-after-close",
		Sentence: "SSL_SENT_SHUTDOWN is set, so no alert is sent to the peer: nothing may follow a close_notify.",
		RFC:      rfcClosure,
	}
)
