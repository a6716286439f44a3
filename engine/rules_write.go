package engine

const manWrite = "SSL_write(3)"

// The rules of SSL_write.
var (
	RuleWriteAfterClose = &Rule{
		Name:     "write-after-close",
		Sentence: "SSL_SENT_SHUTDOWN is set, so nothing more may be written: the call fails with the reason \"protocol is shutdown\". The flag alone decides, even if close_notify never left.",
		Man:      manShutdown + ", Locally-Initiated Shutdown", RFC: rfcClosure,
		Advice: "Write everything before the first SSL_shutdown.",
	}
	RuleBadLength = &Rule{
		Name:     "bad-length",
		Sentence: "A record is half written, and fewer bytes were offered than it needs, by a shorter SSL_write or by a KeyUpdate that had to be sent: a fatal error, \"bad length\".",
		Man:      manWrite + ", WARNINGS",
		Advice:   "Repeat a write with the same bytes, or with more after them, never with fewer.",
	}
	RuleBadWriteRetry = &Rule{
		Name:     "bad-write-retry",
		Sentence: "A record is half written, and the one to be written now has a different type: a fatal error, \"bad write retry\".",
		Man:      manWrite + ", WARNINGS",
		Advice:   "Finish what was begun, with the call that began it, before anything else is written.",
	}
	RuleWriteRetried = &Rule{
		Name:     "write-retried",
		Sentence: "The library tries again to write the record that an earlier SSL_write began. It assumes that the bytes passed now are the same.",
		Man:      manWrite + ", NOTES",
	}
	RuleWritePartial = &Rule{
		Name:     "write-partial",
		Sentence: "A record holds at most 16384 bytes. With SSL_MODE_ENABLE_PARTIAL_WRITE the call returns after one record with the bytes written so far.",
		Man:      "SSL_CTX_set_mode(3)", RFC: "RFC 8446 §5.1",
		Advice: "Call SSL_write again with the rest.", Call: VerbWrite,
	}
	RuleWriteUnfinished = &Rule{
		Name:     "write-unfinished",
		Sentence: "Records of this write have left already. Without SSL_MODE_ENABLE_PARTIAL_WRITE the call does not say how many bytes they hold: it fails until the last one is out.",
		Man:      manWrite + ", NOTES",
		Advice:   "Repeat the call with the same buffer and the same length. The library knows where to go on.",
	}
	RuleWriteWhole = &Rule{
		Name:     "write-whole",
		Sentence: "The data needed more than one record. Without SSL_MODE_ENABLE_PARTIAL_WRITE the call returns only now that all of them have left.",
		Man:      manWrite + ", NOTES", RFC: "RFC 8446 §5.1",
	}
	RuleWriteNothing = &Rule{
		Name:     "write-nothing",
		Sentence: "Zero bytes were to be written, so no data is sent. SSL_write returns 0, SSL_write_ex 1.",
		Man:      manWrite + ", WARNINGS",
	}
	RuleWrite = &Rule{
		Name:     "write",
		Sentence: "The data went out in one record, and the call reports how many bytes it wrote.",
		Man:      manWrite + ", RETURN VALUES", RFC: "RFC 8446 §5.1",
	}
	RuleHalfClose = &Rule{
		Name:     "half-close",
		Sentence: "The peer has closed only its own direction. The other one is still open, so writing goes on: the library never answers a close_notify by itself. RFC 5246 allows no half close in TLS 1.2: the answer must come at once, and pending writes are discarded.",
		Man:      manShutdown + ", Remotely-Initiated Shutdown", RFC: rfcClosure + "; RFC 5246 §7.2.1",
		Advice: "Send what is left, then answer with SSL_shutdown.", Call: VerbShutdown,
	}
)
