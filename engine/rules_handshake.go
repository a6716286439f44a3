package engine

const (
	manHandshake = "SSL_do_handshake(3)"
	manClear     = "SSL_clear(3)"
	rfcHandshake = "RFC 8446 §2; RFC 5246 §7.3"
)

// The rules of a handshake, the first and later ones.
var (
	RuleHandshakeBegins = &Rule{
		Name:     "handshake-begins",
		Sentence: "No handshake has taken place yet, so the call begins one, whichever call it is. The connection is cleared first, including both shutdown flags; options, modes and quiet shutdown are kept.",
		Man:      manHandshake,
	}
	RuleSendClientHello = &Rule{
		Name:     "send-client-hello",
		Sentence: "The client sends its ClientHello. A new handshake forgets an earlier close: both shutdown flags are cleared.",
		Man:      manHandshake, RFC: rfcHandshake,
	}
	RuleSendServerFlight = &Rule{
		Name:     "send-server-flight",
		Sentence: "The server has read the ClientHello and sends its hello, its certificate and the proof that it has the key.",
		Man:      manHandshake, RFC: rfcHandshake,
	}
	RuleSendFinished = &Rule{
		Name:     "send-finished",
		Sentence: "The Finished message proves that both peers have seen the same handshake.",
		Man:      manHandshake, RFC: "RFC 8446 §4.4.4; RFC 5246 §7.4.9",
	}
	RuleFlushFlight = &Rule{
		Name:     "flush-flight",
		Sentence: "The handshake messages that a peer sends in a row are collected in a buffer and written to the transport together.",
		Man:      manHandshake,
	}
	RuleSendTicket = &Rule{
		Name:     "send-ticket",
		Sentence: "The server sends a NewSessionTicket after the handshake. It is not part of the handshake: a client that never reads never sees it.",
		Man:      manShutdown + ", Session Ticket Handling", RFC: "RFC 8446 §4.6.1",
		Advice: "As a client, read once before the connection is closed, or there will be no session to resume.",
	}
	RuleTicketLost = &Rule{
		Name:     "ticket-lost",
		Sentence: "The ticket could not be sent because the client has gone. For the server this is not an error: the handshake counts as done.",
		Man:      "SSL_CTX_set_num_tickets(3)",
	}
	RuleResume = &Rule{
		Name:     "resume",
		Sentence: "An earlier session is resumed: no certificate is sent, and the handshake is shorter.",
		Man:      manShutdown + ", Effects on Session Reuse", RFC: "RFC 8446 §2.2; RFC 5246 §7.3",
	}
	RuleHandshakeDoneNow = &Rule{
		Name:     "handshake-done-now",
		Sentence: "The handshake is complete on this side. From now on SSL_shutdown can be called.",
		Man:      manHandshake + ", RETURN VALUES", RFC: rfcHandshake,
	}
	RuleUnexpectedMessage = &Rule{
		Name:     "unexpected-message",
		Sentence: "A record has arrived that is not allowed at this point of a handshake: the connection ends with an unexpected_message alert.",
		Man:      manGetError + ", SSL_ERROR_SSL", RFC: "RFC 8446 §6.2",
	}
	RuleRecordDropped = &Rule{
		Name:     "record-dropped",
		Sentence: "SSL_RECEIVED_SHUTDOWN is set in the middle of a handshake, so the record that arrived is dropped. The handshake can no longer be completed.",
		Man:      manSetShutdown,
		Advice:   "Do not touch the flags of a connection before its handshake is done.",
	}
	RuleMessageDropped = &Rule{
		Name:     "message-dropped",
		Sentence: "This peer has sent its close_notify, so a handshake message of TLS 1.2 is dropped: no renegotiation can begin any more.",
		Man:      manKeyUpdate, RFC: "RFC 5246 §7.2.1",
	}
	RuleRenegotiateMarked = &Rule{
		Name:     "renegotiate-marked",
		Sentence: "SSL_renegotiate only notes that a new handshake is wanted. It begins with the next call that reads, writes or does a handshake.",
		Man:      manKeyUpdate,
		Advice:   "Call SSL_do_handshake to begin now.", Call: VerbDoHandshake,
	}
	RuleRenegotiateRefused = &Rule{
		Name:     "renegotiate-refused",
		Sentence: "TLS 1.3 has no renegotiation.",
		Man:      manKeyUpdate, RFC: "RFC 8446 §4.1.2",
		Advice: "SSL_key_update changes the keys.",
	}
	RuleRenegotiationBegins = &Rule{
		Name:     "renegotiation-begins",
		Sentence: "A new handshake begins inside the connection, protected by the old keys.",
		Man:      manKeyUpdate, RFC: "RFC 5246 §7.4.1; RFC 5746 §3.5",
	}
	RuleRenegotiationRefused = &Rule{
		Name:     "renegotiation-refused",
		Sentence: "When a client begins a renegotiation, the server refuses it with a warning alert, no_renegotiation. The client treats that alert as a fatal error.",
		Man:      "SSL_CTX_set_options(3), SSL_OP_ALLOW_CLIENT_RENEGOTIATION", RFC: "RFC 5246 §7.2.2",
		with: diffClientRenegotiationRefused,
	}
	RuleInitialHelloRefused = &Rule{
		Name:     "initial-hello-refused",
		Sentence: "The application called SSL_renegotiate before the first handshake, so the server expects a ClientHello that renegotiates an existing connection, and refuses this one.",
		Man:      manKeyUpdate, RFC: "RFC 5746 §3.7",
		Advice: "Call SSL_renegotiate only after the handshake is done.",
	}
	RuleSendHelloRequest = &Rule{
		Name:     "send-hello-request",
		Sentence: "The server asks for a new handshake with a HelloRequest and forgets its own close: both shutdown flags are cleared.",
		Man:      manKeyUpdate, RFC: "RFC 5246 §7.4.1.1",
	}
	RuleHelloRequestReceived = &Rule{
		Name:     "hello-request-received",
		Sentence: "The server has asked for a new handshake, and the client begins one.",
		Man:      manKeyUpdate, RFC: "RFC 5246 §7.4.1.1",
	}
	RuleClear = &Rule{
		Name:     "clear",
		Sentence: "SSL_clear resets the object to its state before the handshake. It keeps the session only if SSL_SENT_SHUTDOWN was set or no handshake was finished. Nothing is sent.",
		Man:      manClear,
		Advice:   "Close the connection properly first, and use the object for the same peer only; a new object is the safer way.",
	}
	RuleClearFails = &Rule{
		Name:     "clear-fails",
		Sentence: "A renegotiation was asked for and is not finished, so SSL_clear fails with \"internal error\". The flags are cleared all the same.",
		Man:      manClear + ", RETURN VALUES",
	}
)
