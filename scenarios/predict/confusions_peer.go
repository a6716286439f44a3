package predict

import "closenotify/engine"

// closedCleanly is what a peer reads of a clean end.
var closedCleanly = Answer{Ret: 0, Error: engine.ErrorZeroReturn}

// peerConfusions are about what the other peer sees.
var peerConfusions = []*Confusion{
	{
		ID:     "fin-is-close-notify",
		Belief: "The other peer sees a closed socket as a clean end.",
		Truth:  "Without close_notify, the end of the stream is no clean end for the other peer: something may have been cut off.",
		Source: "openssl/openssl#18866, #22526; RFC 8446 §6.1",
		Aspect: Peer,
		wrong: func(m *moment) (Answer, bool) {
			ends := m.step.Op.Verb == engine.VerbFIN || m.plain() && m.verb() == engine.VerbClose
			return closedCleanly, ends
		},
	},
	{
		ID:     "free-tells-the-peer",
		Belief: "When this peer frees its object, the other one sees the end.",
		Truth:  "SSL_free sends nothing, so the other peer sees nothing.",
		Source: "SSL_free(3), NOTES; uNetworking/uWebSockets#775",
		Aspect: Peer,
		wrong: func(m *moment) (Answer, bool) {
			return closedCleanly, m.plain() && m.verb() == engine.VerbFree
		},
	},
	{
		ID:     "quiet-tells-the-peer",
		Belief: "After a quiet shutdown the other peer sees a clean end.",
		Truth:  "A quiet shutdown sends nothing, so the other peer cannot tell it from a connection that is still open, or was cut off.",
		Source: "SSL_CTX_set_quiet_shutdown(3); rbsec/sslscan#305",
		Aspect: Peer,
		wrong:  func(m *moment) (Answer, bool) { return closedCleanly, m.shuts() && m.own().QuietShutdown() },
	},
	{
		ID:     "flags-tell-the-peer",
		Belief: "Setting the flags closes the connection for the other peer, too.",
		Truth:  "SSL_set_shutdown sends nothing: the other peer does not notice.",
		Source: "apache/httpd#560; SSL_set_shutdown(3)",
		Aspect: Peer,
		wrong: func(m *moment) (Answer, bool) {
			return closedCleanly, m.plain() && m.verb() == engine.VerbSetShutdown && engine.ShutdownFlags(m.step.Op.N).Has(engine.SentShutdown)
		},
	},
	{
		ID:     "close-notify-overtakes-data",
		Belief: "After SSL_shutdown, the other peer gets the end at once, and data that is still unread is lost.",
		Truth:  "close_notify comes after the data in the stream: the other peer reads the data first.",
		Source: "RFC 8446 §6.1; SSL_shutdown(3), Remotely-Initiated Shutdown",
		Aspect: Peer,
		wrong:  func(m *moment) (Answer, bool) { return closedCleanly, m.first() },
	},
	{
		ID:     "close-notify-needs-no-wire",
		Belief: "If SSL_shutdown was called, the other peer sees the end.",
		Truth:  "The other peer sees the end when the whole close_notify has arrived. A full or held transport keeps it back.",
		Source: "tokio-rs/tls#157; SSL_shutdown(3), Shutdown Lifecycle",
		Aspect: Peer,
		wrong: func(m *moment) (Answer, bool) {
			return closedCleanly, m.shuts() && (m.step.Blocked || m.step.Returned && m.step.Ret < 0)
		},
	},
	{
		ID:     "forged-alert-is-believed",
		Belief: "Anyone on the path can end the connection cleanly with a forged close_notify.",
		Truth:  "After the handshake a record must be protected with the keys. A forged one is refused, and the connection fails.",
		Source: "RFC 8446 §6.1, §5.2",
		Aspect: Peer,
		wrong:  func(m *moment) (Answer, bool) { return closedCleanly, m.step.Op.Verb == engine.VerbInjectAlert },
	},
	{
		ID:     "lost-bytes-end-cleanly",
		Belief: "If the network loses what was sent, the other peer just sees the end.",
		Truth:  "The other peer waits for the rest, or finds that something is missing. It never treats that as a clean end.",
		Source: "RFC 8446 §6.1; Smyth and Pironti, Truncating TLS Connections to Violate Beliefs in Web Applications, 2013",
		Aspect: Peer,
		wrong: func(m *moment) (Answer, bool) {
			lost := m.step.Op.Verb == engine.VerbTruncate || m.step.Op.Verb == engine.VerbReset
			return closedCleanly, lost
		},
	},
}
