package engine

const rfcReset = "RFC 9293 §3.5.3"

// The rules of the socket, as Linux has them.
var (
	RuleClose = &Rule{
		Name:     "close",
		Sentence: "All bytes that had arrived were read, so close(2) sends a FIN, unless shutdown(2) has already sent one. A FIN means nothing in TLS: if no close_notify came before it, the peer cannot tell it from a truncation.",
		Man:      "close(2)", RFC: "RFC 9293 §3.6",
		Advice: "Call SSL_shutdown before close(2).",
	}
	RuleCloseUnread = &Rule{
		Name:     "close-unread",
		Sentence: "The receive buffer still held unread bytes, so close(2) sends an RST instead of a FIN. Here, what this peer sent before still arrives. Linux can lose what its send buffer still holds; the steps truncate and reset show that.",
		Man:      "close(2)", RFC: "RFC 1122 §4.2.2.13",
		Advice: "Read until the end before closing. In TLS 1.3 the unread bytes are often two session tickets.",
	}
	RuleCloseAfterReset = &Rule{
		Name:     "close-after-reset",
		Sentence: "An RST has already ended the connection, so close(2) sends neither a FIN nor an RST.",
		Man:      "close(2)", RFC: rfcReset,
	}
	RuleClosedAlready = &Rule{
		Name:     "closed-already",
		Sentence: "The socket is closed already.",
		Man:      "close(2)",
	}
	RuleBadDescriptor = &Rule{
		Name:     "bad-descriptor",
		Sentence: "This peer has closed its own socket, so the transport fails with EBADF. In a real program the number may belong to another file by now, and the bytes would go there.",
		Man:      "close(2)",
		Advice:   "Call SSL_free before close(2), and make no call on the connection after it.",
	}
	RuleVanish = &Rule{
		Name:     "vanish",
		Sentence: "These bytes reach a closed socket, or were unread when it was closed. They are discarded, and TCP answers with an RST, unless one has already ended the connection. The write that sent them succeeded all the same.",
		RFC:      "RFC 9293 §3.5.2; RFC 1122 §4.2.2.13",
		Man:      "close(2)",
	}
	RuleResetArrives = &Rule{
		Name:     "reset-arrives",
		Sentence: "An RST has arrived from the other end. What arrived before it can still be read on Linux. Then one read or write fails with ECONNRESET; after that, reads find the end of the stream and writes fail with EPIPE. If a FIN arrived before the RST, nothing fails with ECONNRESET.",
		RFC:      rfcReset,
		Man:      "tcp(7)",
	}
	RuleWriteReset = &Rule{
		Name:     "write-reset",
		Sentence: "An RST has arrived, and this write is the first call to report it: it fails with ECONNRESET. Later writes fail with EPIPE.",
		Man:      manGetError + ", SSL_ERROR_SYSCALL", RFC: rfcReset,
		Advice: "Read what the peer sent before the RST: that may still be possible.", Call: VerbRead,
	}
	RuleWriteAfterFIN = &Rule{
		Name:     "write-after-fin",
		Sentence: "The socket is shut for writing, as by shutdown(2) with SHUT_WR: the write fails with EPIPE.",
		Man:      "shutdown(2)",
		Advice:   "Call SSL_shutdown before shutdown(2).",
	}
)
