package predict

import "closenotify/engine"

const bothFlags = engine.SentShutdown | engine.ReceivedShutdown

// flagConfusions are about which flags change.
var flagConfusions = []*Confusion{
	{
		ID:     "received-sets-sent",
		Belief: "The other peer's close_notify closes both directions, so it sets SENT, too.",
		Truth:  "Reading a close_notify sets RECEIVED alone. SENT is set by this peer's own SSL_shutdown: the library answers nothing by itself.",
		Source: "RFC 5246 §7.2.1; SSL_shutdown(3), Remotely-Initiated Shutdown",
		Aspect: Flags,
		wrong: func(m *moment) (Answer, bool) {
			return m.setting(bothFlags&^m.own().Shutdown(), 0), m.received() && !m.has(engine.SentShutdown)
		},
	},
	{
		ID:     "shutdown-sets-both",
		Belief: "SSL_shutdown closes the connection, so both flags are set.",
		Truth:  "SSL_shutdown sets SENT. RECEIVED is set when the other peer's close_notify is read.",
		Source: "SSL_set_shutdown(3); libevent-book#9",
		Aspect: Flags,
		wrong:  func(m *moment) (Answer, bool) { return m.setting(bothFlags, 0), m.first() && m.own().Shutdown() == 0 },
	},
	{
		ID:     "arrival-sets-received",
		Belief: "As soon as close_notify has arrived, the other peer's RECEIVED is set.",
		Truth:  "The flag is set by the call that reads the close_notify. Until then it is unread in the transport.",
		Source: "oven-sh/bun#34498; SSL_get_shutdown(3)",
		Aspect: Flags,
		wrong: func(m *moment) (Answer, bool) {
			a := m.setting(engine.SentShutdown, 0)
			a.Set[m.step.Op.Role.Other()] = engine.ReceivedShutdown
			other := m.before.Endpoint(m.step.Op.Role.Other())
			return a, m.first() && other.State() == engine.Established && !other.Shutdown().Has(engine.ReceivedShutdown)
		},
	},
	{
		ID:     "not-sent-sets-nothing",
		Belief: "SSL_shutdown has returned -1, so close_notify has not been sent and no flag is set.",
		Truth:  "SENT is set before close_notify is written, and stays set if the write fails. From then on SSL_write is refused.",
		Source: "openssl/openssl#6865; SSL_shutdown(3), Effects on Session Reuse",
		Aspect: Flags,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{}, m.first() && (m.step.Blocked || m.step.Returned && m.step.Ret < 0)
		},
	},
	{
		ID:     "failure-sets-received",
		Belief: "When the transport has ended or failed, RECEIVED is set.",
		Truth:  "The flags are about alerts, not about TCP. Neither FIN nor RST sets RECEIVED.",
		Source: "openssl/openssl#4272; SSL_set_shutdown(3)",
		Aspect: Flags,
		wrong: func(m *moment) (Answer, bool) {
			ends := m.eof() || m.plain() && m.step.Fired(engine.RuleConnectionReset)
			return m.setting(engine.ReceivedShutdown, 0), ends && !m.has(engine.ReceivedShutdown)
		},
	},
	{
		ID:     "set-shutdown-adds",
		Belief: "SSL_set_shutdown adds a flag to those that are set.",
		Truth:  "SSL_set_shutdown overwrites both flags, so it can clear one.",
		Source: "apache/httpd#560; SSL_set_shutdown(3)",
		Aspect: Flags,
		wrong: func(m *moment) (Answer, bool) {
			given := engine.ShutdownFlags(m.step.Op.N)
			return m.setting(given&^m.own().Shutdown(), 0), m.plain() && m.verb() == engine.VerbSetShutdown && !given.Has(m.own().Shutdown())
		},
	},
	{
		ID:     "close-sets-sent",
		Belief: "close(2) ends the connection, so SENT is set.",
		Truth:  "close(2) knows nothing of TLS: it changes no flag, and no close_notify is sent.",
		Source: "SSL_shutdown(3), DESCRIPTION; dotnet/runtime#44660",
		Aspect: Flags,
		wrong: func(m *moment) (Answer, bool) {
			return m.setting(engine.SentShutdown, 0), m.plain() && m.verb() == engine.VerbClose && !m.has(engine.SentShutdown)
		},
	},
}

// setting is the answer that the calling peer's flags are set and cleared.
func (m *moment) setting(set, cleared engine.ShutdownFlags) (a Answer) {
	a.Set[m.step.Op.Role], a.Cleared[m.step.Op.Role] = set, cleared
	return a
}
