package engine

const rfcReset = "RFC 9293 §3.5.3"

// The rules of the socket, as Linux has them.
var (
	RuleClose = &Rule{
		Name:     "close",
		Sentence: "close(2): everything that came was read, so TCP sends a FIN. It says nothing in TLS: if no close_notify went before, the peer cannot tell it from a truncation.",
		Man:      "close(2)", RFC: "RFC 9293 §3.6",
		Advice: "Call SSL_shutdown first.",
	}
	RuleCloseUnread = &Rule{
		Name:     "close-unread",
		Sentence: "close(2) with bytes in the receive buffer that nobody has read: TCP sends a RST in the place of a FIN, and what we sent before and the peer has not received may be lost with it.",
		Man:      "close(2)", RFC: "RFC 1122 §4.2.2.13",
		Advice: "Read until the end before closing. In TLS 1.3 the unread bytes are often two session tickets.",
	}
	RuleClosedAlready = &Rule{
		Name:     "closed-already",
		Sentence: "The socket is closed already.",
		Man:      "close(2)",
	}
	RuleBadDescriptor = &Rule{
		Name:     "bad-descriptor",
		Sentence: "This peer has closed its own socket, so the transport fails with EBADF. In a real program the number may belong to another file by now, and the bytes go there.",
		Man:      "close(2)",
		Advice:   "Call SSL_free before close(2), never a call on the connection after it.",
	}
	RuleVanish = &Rule{
		Name:     "vanish",
		Sentence: "The bytes have come to a socket that is closed. They vanish, and TCP answers with a RST. Whoever wrote them was told that all was well.",
		RFC:      "RFC 9293 §3.5.2; RFC 1122 §4.2.2.13",
		Man:      "close(2)",
	}
	RuleResetArrives = &Rule{
		Name:     "reset-arrives",
		Sentence: "A RST has come from the other end. What arrived before it can still be read on Linux; then the next read or write fails once with ECONNRESET, unless a FIN had come before, and writes after it fail with EPIPE.",
		RFC:      rfcReset,
		Man:      "tcp(7)",
	}
)
