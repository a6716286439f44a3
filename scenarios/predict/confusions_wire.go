package predict

import (
	"strings"

	"closenotify/engine"
)

const closeNotify = "close_notify"

// wireConfusions are about what goes on the wire.
var wireConfusions = []*Confusion{
	{
		ID:     "close-sends-close-notify",
		Belief: "close(2) sends close_notify.",
		Truth:  "close(2) knows nothing of TLS. It sends a FIN, or an RST if bytes are unread.",
		Source: "openssl/openssl#1806; SSL_shutdown(3), DESCRIPTION",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Sent: closeNotify + ",FIN"}, m.plain() && m.verb() == engine.VerbClose && !m.has(engine.SentShutdown)
		},
	},
	{
		ID:     "free-sends-close-notify",
		Belief: "SSL_free closes the connection properly and sends close_notify.",
		Truth:  "SSL_free sends nothing. Without SSL_shutdown before it, the other peer gets no close_notify.",
		Source: "uNetworking/uWebSockets#775; SSL_free(3), NOTES",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Sent: closeNotify}, m.plain() && m.verb() == engine.VerbFree && !m.has(engine.SentShutdown)
		},
	},
	{
		ID:     "quiet-shutdown-sends",
		Belief: "A quiet shutdown sends close_notify and does not wait for the answer.",
		Truth:  "A quiet shutdown sends nothing at all. It only sets both flags.",
		Source: "SSL_CTX_set_quiet_shutdown(3); rbsec/sslscan#305",
		Aspect: Wire,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Sent: closeNotify}, m.shuts() && m.own().QuietShutdown() },
	},
	{
		ID:     "set-shutdown-sends",
		Belief: "SSL_set_shutdown(SSL_SENT_SHUTDOWN) sends close_notify.",
		Truth:  "SSL_set_shutdown writes flags and sends nothing.",
		Source: "apache/httpd#560; SSL_set_shutdown(3)",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			sets := m.plain() && m.verb() == engine.VerbSetShutdown && engine.ShutdownFlags(m.step.Op.N).Has(engine.SentShutdown)
			return Answer{Sent: closeNotify}, sets && !m.has(engine.SentShutdown)
		},
	},
	{
		ID:     "second-call-sends-again",
		Belief: "The second SSL_shutdown sends close_notify again.",
		Truth:  "close_notify is sent once. Later calls look for the other peer's.",
		Source: "SSL_shutdown(3), Shutdown Lifecycle; openssl/openssl#2525",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Sent: closeNotify}, m.again() && m.own().SentBy().Record != 0
		},
	},
	{
		ID:     "shutdown-closes-tcp",
		Belief: "SSL_shutdown also closes the TCP connection.",
		Truth:  "SSL_shutdown sends an alert and leaves the socket as it is. The FIN comes with close(2) or shutdown(2).",
		Source: "oven-sh/bun#34498; SSL_shutdown(3), DESCRIPTION",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			sent, _ := m.sent()
			list := strings.TrimPrefix(sent+",FIN", ",")
			return Answer{Sent: list}, m.shuts() && m.after.HasSockets() && m.step.Returned && m.step.Ret >= 0
		},
	},
	{
		ID:     "reading-never-writes",
		Belief: "SSL_read only reads, so it sends nothing.",
		Truth:  "A call that meets a fatal error sends an alert, if this peer has not closed. On a broken connection that raises SIGPIPE.",
		Source: "openssl/openssl#24542; RFC 8446 §6.2",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			sent, _ := m.sent()
			return Answer{}, m.reads() && strings.Contains(sent, "_")
		},
	},
	{
		ID:     "answers-by-itself",
		Belief: "The library answers a close_notify by itself.",
		Truth:  "OpenSSL never answers a close_notify by itself. The application calls SSL_shutdown.",
		Source: "RFC 5246 §7.2.1; openssl/openssl#1806",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Sent: closeNotify}, m.reads() && m.received() && !m.has(engine.SentShutdown)
		},
	},
	{
		ID:     "failure-tells-the-peer",
		Belief: "When SSL_shutdown finds data, it ends the connection with a fatal alert.",
		Truth:  "No alert may follow this peer's close_notify, so the other peer is not told.",
		Source: "openssl/openssl#12957; RFC 8446 §6.1",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Sent: "unexpected_message"}, m.shuts() && m.step.Fired(engine.RuleDataAfterClose)
		},
	},
	{
		ID:     "close-notify-after-an-error",
		Belief: "After an error, SSL_shutdown at least tells the other peer.",
		Truth:  "After a fatal error SSL_shutdown is refused and sends nothing.",
		Source: "SSL_shutdown(3), DESCRIPTION; openssl/openssl#13897",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Sent: closeNotify}, m.plain() && m.step.Fired(engine.RuleShutdownInInit)
		},
	},
	{
		ID:     "unread-is-just-closed",
		Belief: "close(2) sends a FIN, whatever has been read.",
		Truth:  "If bytes are unread, close(2) sends an RST, and the other peer may lose what it has not read yet.",
		Source: "nginx/nginx#627; RFC 2525 §2.17",
		Aspect: Wire,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Sent: "FIN"}, m.plain() && m.step.Fired(engine.RuleCloseUnread)
		},
	},
}
