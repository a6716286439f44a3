package engine

// The rules of flags, options, sessions and the end of the object.
var (
	RuleFreed = &Rule{
		Name:     "freed",
		Sentence: "This peer's SSL object has been freed: no call is possible.",
		Man:      "SSL_free(3)",
	}
	RuleSetShutdown = &Rule{
		Name:     "set-shutdown",
		Sentence: "SSL_set_shutdown overwrites both flags. Nothing is sent, and nothing is checked.",
		Man:      manSetShutdown,
		Advice:   "It does not close anything for the peer. SENT set this way keeps the session in the cache; with RECEIVED set, SSL_shutdown no longer waits for the peer.",
	}
	RuleSetQuiet = &Rule{
		Name:     "set-quiet",
		Sentence: "Quiet shutdown is on: SSL_shutdown sets both flags and writes nothing.",
		Man:      "SSL_CTX_set_quiet_shutdown(3)",
	}
	RuleClearQuiet = &Rule{
		Name:     "clear-quiet",
		Sentence: "Quiet shutdown is off: SSL_shutdown sends close_notify if SENT is not set.",
		Man:      "SSL_CTX_set_quiet_shutdown(3)",
	}
	RuleIgnoreUnexpectedEOF = &Rule{
		Name:     "ignore-unexpected-eof",
		Sentence: "With SSL_OP_IGNORE_UNEXPECTED_EOF the end of the transport will be treated as a close_notify.",
		Man:      "SSL_CTX_set_options(3), SSL_OP_IGNORE_UNEXPECTED_EOF",
		Advice:   "Use it only for protocols that can tell by themselves whether everything has arrived.",
		with:     diffEOFIsFatal,
	}
	RuleNoSuchOption = &Rule{
		Name:     "no-such-option",
		Sentence: "This release does not have SSL_OP_IGNORE_UNEXPECTED_EOF, and does not need it: the end of the transport is not a fatal error.",
		Man:      "SSL_CTX_set_options(3), SSL_OP_IGNORE_UNEXPECTED_EOF",
		without:  diffEOFIsFatal,
	}
	RuleEOFIgnored = &Rule{
		Name:     "eof-ignored",
		Sentence: "The transport ended without close_notify, and SSL_OP_IGNORE_UNEXPECTED_EOF says to treat that as one. The library does so with SSL_set_shutdown(RECEIVED), which clears SENT: close_notify could be sent a second time.",
		Man:      "SSL_CTX_set_options(3), SSL_OP_IGNORE_UNEXPECTED_EOF", RFC: rfcClosure,
		Advice: "What was received may be incomplete. Do not call SSL_shutdown again.",
		with:   diffEOFIsFatal,
	}
	RuleKeepErrors = &Rule{
		Name:     "keep-errors",
		Sentence: "From now on the error queue is not emptied before this peer's calls. A stale entry makes SSL_get_error report an error of an earlier call.",
		Man:      manGetError + ", DESCRIPTION",
		Advice:   "Call ERR_clear_error before every call whose result you ask SSL_get_error about.",
		without:  diffResultIgnoresQueue,
	}
	RuleKeepErrorsHarmless = &Rule{
		Name:     "keep-errors-harmless",
		Sentence: "From now on the error queue is not emptied before this peer's calls. In this release SSL_get_error does not look at the queue, so a stale entry does not mislead it.",
		Man:      manGetError + ", HISTORY",
		Advice:   "Call ERR_clear_error anyway if the program must also run with older releases, or if it prints the queue.",
		with:     diffResultIgnoresQueue,
	}
	RuleClearErrors = &Rule{
		Name:     "clear-errors",
		Sentence: "From now on the error queue is emptied before each of this peer's calls, as by ERR_clear_error.",
		Man:      manGetError + ", DESCRIPTION",
	}
	RuleSessionDropped = &Rule{
		Name:     "session-dropped",
		Sentence: "The connection failed, or was not closed properly, so its session leaves this peer's own cache and can no longer be resumed.",
		Man:      "SSL_free(3), NOTES", RFC: "RFC 2246 §7.2.1, a rule that RFC 4346 withdrew",
		Advice: "Call SSL_shutdown once before SSL_free, even if you do not wait for the peer.",
	}
	RuleSessionKept = &Rule{
		Name:     "session-kept",
		Sentence: "SSL_SENT_SHUTDOWN is set, so the session stays as it is.",
		Man:      manShutdown + ", Effects on Session Reuse",
	}
	RuleSessionInInit = &Rule{
		Name:     "session-in-init",
		Sentence: "SSL_in_init() is true, as it is during a handshake and after a fatal error, so the session stays as it is: a fatal error may have ended it already.",
		Man:      manShutdown + ", Effects on Session Reuse",
	}
	RuleFree = &Rule{
		Name:     "free",
		Sentence: "SSL_free frees the object. It sends nothing: a close_notify that has not been sent never will be.",
		Man:      "SSL_free(3)",
	}
)
