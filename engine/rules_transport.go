package engine

// The rules of the transport under the library, and of records that are refused.
var (
	RuleWantRead = &Rule{
		Name:     "want-read",
		Sentence: "The transport is non-blocking and has no more bytes for the record that is needed, so the call must be repeated (SSL_ERROR_WANT_READ).",
		Man:      manGetError + ", SSL_ERROR_WANT_READ",
		Advice:   "Wait until the transport is readable, then make the same call again. Set your own timeout; OpenSSL has none.",
	}
	RuleWantWrite = &Rule{
		Name:     "want-write",
		Sentence: "The transport took only part of a record, or nothing, so the call must be repeated (SSL_ERROR_WANT_WRITE). What was begun must be finished before anything else can be written.",
		Man:      manGetError + ", SSL_ERROR_WANT_WRITE",
		Advice:   "Wait until the transport is writable, then make the same call again before any other that writes. Beware of two peers that both wait to write.",
	}
	RuleUnexpectedEOF = &Rule{
		Name:     "unexpected-eof",
		Sentence: "The transport ended before a close_notify arrived: what was received may be incomplete. That is a fatal error, \"unexpected eof while reading\". A decode_error alert is sent, unless this peer has already sent close_notify.",
		Man:      manGetError + ", SSL_ERROR_SSL", RFC: rfcClosure,
		Advice: "Treat the data as complete only if its own format says so. The peer should call SSL_shutdown before it closes.",
		with:   diffEOFIsFatal,
	}
	RuleSilentEOF = &Rule{
		Name:     "silent-eof",
		Sentence: "The transport ended before a close_notify arrived: what was received may be incomplete. The library queues no error: SSL_get_error returns SSL_ERROR_SYSCALL, errno is 0, and the connection can still be used.",
		Man:      manGetError + ", SSL_ERROR_SYSCALL", RFC: rfcClosure,
		Advice:  "Treat SSL_ERROR_SYSCALL with an empty error queue and errno 0 as a truncation, unless the data's own format says that it is complete.",
		without: diffEOFIsFatal,
	}
	RuleConnectionReset = &Rule{
		Name:     "connection-reset",
		Sentence: "The connection was reset, so reading fails with ECONNRESET, and what was still queued is lost.",
		Man:      manGetError + ", SSL_ERROR_SYSCALL", RFC: rfcReset,
		Advice: "Often the other peer closed its socket with bytes unread. Let it read to the end before it closes.",
	}
	RuleBrokenPipe = &Rule{
		Name:     "broken-pipe",
		Sentence: "The transport no longer accepts data, so writing fails with EPIPE.",
		Man:      manGetError + ", SSL_ERROR_SYSCALL",
		Advice:   "Ignore SIGPIPE in the process, and treat a close_notify that cannot be written as a sign that the peer has gone.",
	}
	RuleBadRecordType = &Rule{
		Name:     "bad-record-type",
		Sentence: "After a TLS 1.3 handshake every record looks like application data from the outside. These bytes do not: somebody without the keys wrote them, or bytes before them were lost.",
		RFC:      "RFC 8446 §5.2", Man: manGetError + ", SSL_ERROR_SSL",
		Advice: "An alert in plaintext proves nothing: the library is right not to believe it.",
	}
	RuleBadHeader = &Rule{
		Name:     "bad-header",
		Sentence: "The five bytes that should be a record's header are not one: bytes were lost or changed on the way.",
		RFC:      "RFC 8446 §5.1", Man: manGetError + ", SSL_ERROR_SSL",
	}
	RuleShortRecord = &Rule{
		Name:     "short-record",
		Sentence: "The record is too short to hold what AES-GCM adds to a record: it was never protected, or some of its bytes were lost.",
		RFC:      "RFC 5288 §3", Man: manGetError + ", SSL_ERROR_SSL",
		Advice: "An alert in plaintext proves nothing: the library is right not to believe it.",
	}
	RuleBadRecordMAC = &Rule{
		Name:     "bad-record-mac",
		Sentence: "The record's tag does not match its bytes or its place in the sequence: bytes were changed, or a record before it was lost.",
		RFC:      "RFC 8446 §5.2", Man: manGetError + ", SSL_ERROR_SSL",
	}
	RuleAfterFatalError = &Rule{
		Name:     "after-fatal-error",
		Sentence: "A fatal error has ended this connection, so this call fails at once and queues no error of its own.",
		Man:      manGetError + ", SSL_ERROR_SSL", RFC: "RFC 8446 §6.2",
		Advice: "Only SSL_free is left.",
	}
	RuleTransportFailureIsFatal = &Rule{
		Name:     "transport-failure-is-fatal",
		Sentence: "The transport has failed for good, and this release treats that as a fatal error: SSL_in_init is true from now on. No error is queued for it, no alert is sent, and the session stays in the cache.",
		Man:      manGetError + ", SSL_ERROR_SYSCALL",
		Advice:   "Only SSL_free is left: SSL_shutdown would fail, too.",
		with:     diffTransportFailureIsFatal,
	}
	RuleErrorNoted = &Rule{
		Name:     "error-noted",
		Sentence: "The connection has ended, and the call has recorded that it failed. SSL_get_error reports that, although the error queue is empty.",
		Man:      manGetError + ", HISTORY",
		Advice:   "An empty queue does not mean that nothing failed: ask SSL_get_error.",
		with:     diffResultIgnoresQueue,
	}
	RuleStaleErrorIgnored = &Rule{
		Name:     "stale-error-ignored",
		Sentence: "The error queue still holds an error from an earlier call. SSL_get_error does not look at the queue: each call records whether it failed.",
		Man:      manGetError + ", HISTORY",
		Advice:   "Empty the queue before a call if you print the reason when it fails: the oldest entry may be older than the call.",
		with:     diffResultIgnoresQueue,
	}
	RuleNoErrorNoted = &Rule{
		Name:     "no-error-noted",
		Sentence: "SSL_get_error is not meant for this call, which does not record that it failed. It reports what the last read, write, handshake or shutdown left behind. The reason for the failure is in the error queue.",
		Man:      manGetError + ", DESCRIPTION",
		Advice:   "Look at the return value, and at ERR_get_error for the reason.",
		with:     diffResultIgnoresQueue,
	}
	RuleSyscallWithoutCause = &Rule{
		Name:     "syscall-without-cause",
		Sentence: "SSL_get_error finds no error, nothing to wait for and no close_notify, so it returns the only value left: SSL_ERROR_SYSCALL, although errno is 0.",
		Man:      manGetError + ", SSL_ERROR_SYSCALL",
	}
)
