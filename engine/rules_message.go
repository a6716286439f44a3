package engine

const manKeyUpdate = "SSL_key_update(3)"

// The rules of messages after the handshake.
var (
	RuleHandshakeDone = &Rule{
		Name:     "handshake-done",
		Sentence: "No handshake is under way, so 1 is returned. An answer to the peer's KeyUpdate is not sent here; it waits for SSL_write.",
		Man:      "SSL_do_handshake(3)",
	}
	RuleKeyUpdateMarked = &Rule{
		Name:     "key-update-marked",
		Sentence: "SSL_key_update only marks the update. Until the message has left, the connection counts as being in a handshake.",
		Man:      manKeyUpdate, RFC: "RFC 8446 §4.6.3",
		Advice: "Call SSL_do_handshake to send it now. SSL_shutdown would fail with \"shutdown while in init\".", Call: VerbDoHandshake,
	}
	RuleKeyUpdateRefused = &Rule{
		Name:     "key-update-refused",
		Sentence: "No KeyUpdate can be marked now: it exists only in TLS 1.3, and neither a handshake nor a half-written record may be under way.",
		Man:      manKeyUpdate + ", RETURN VALUES",
	}
	RuleSendKeyUpdate = &Rule{
		Name:     "send-key-update",
		Sentence: "The KeyUpdate that was waiting is sent first; what follows it is protected with new keys.",
		Man:      manKeyUpdate, RFC: "RFC 8446 §4.6.3",
	}
	RuleKeyUpdateReceived = &Rule{
		Name:     "key-update-received",
		Sentence: "The sender has changed its keys, so this peer changes its keys for reading. If the sender asked for a KeyUpdate in return, that leaves with the next SSL_write: after SSL_shutdown there is none.",
		Man:      manKeyUpdate, RFC: "RFC 8446 §4.6.3",
	}
	RuleTicketReceived = &Rule{
		Name:     "ticket-received",
		Sentence: "A NewSessionTicket was read: from now on there is a session to resume. A client that never reads never gets one.",
		Man:      manShutdown + ", Session Ticket Handling", RFC: "RFC 8446 §4.6.1",
	}
	RuleNoAutoRetry = &Rule{
		Name:     "no-auto-retry",
		Sentence: "A message that is not application data was processed. SSL_MODE_AUTO_RETRY is off, so the call returns and must be repeated.",
		Man:      "SSL_CTX_set_mode(3), SSL_MODE_AUTO_RETRY",
		Advice:   "Make the same call again.",
	}
)
