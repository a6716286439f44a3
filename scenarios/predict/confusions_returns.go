package predict

import "closenotify/engine"

// returnConfusions are about what a call returns.
var returnConfusions = []*Confusion{
	{
		ID:     "success-is-1",
		Belief: "If SSL_shutdown has worked, it returns 1.",
		Truth:  "The first SSL_shutdown returns 0 when close_notify has been sent: half of the closing is done. 1 comes when the other peer's has been read, too.",
		Source: "openssl/openssl#2525; SSL_shutdown(3), RETURN VALUES",
		Aspect: Returns,
		wrong:  func(m *moment) (Answer, bool) { return m.returned(1), m.first() && m.step.Ret == 0 },
	},
	{
		ID:     "shutdown-waits",
		Belief: "SSL_shutdown waits until the other peer has answered.",
		Truth:  "The first SSL_shutdown only sends. On a non-blocking transport no call ever waits, and SSL_shutdown returns -1 where it would have to.",
		Source: "python/cpython#74622; openssl/openssl#1806; SSL_shutdown(3), Shutdown Lifecycle",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Waits: true}, (m.first() || m.again()) && !m.step.Blocked && !m.received()
		},
	},
	{
		ID:     "second-call-is-1",
		Belief: "The second SSL_shutdown completes the closing and returns 1.",
		Truth:  "It returns 1 only if the other peer's close_notify has arrived. Until then it returns -1, or waits.",
		Source: "wede-kind/fidoSSL, README: while (SSL_shutdown(ssl) != 1); SSL_shutdown(3), RETURN VALUES",
		Aspect: Returns,
		wrong:  func(m *moment) (Answer, bool) { return m.returned(1), m.again() && m.step.Ret != 1 },
	},
	{
		ID:     "0-until-answered",
		Belief: "SSL_shutdown returns 0 until the other peer has answered.",
		Truth:  "0 comes once, from the call that sends close_notify. A later call that finds no answer returns -1 with SSL_ERROR_WANT_READ.",
		Source: "openssl/openssl#13990; SSL_shutdown(3), Shutdown Lifecycle, of newer releases says 0",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.returned(0), m.again() && m.step.Ret < 0 && m.step.Error == engine.ErrorWantRead
		},
	},
	{
		ID:     "full-transport-is-0",
		Belief: "SSL_shutdown returns 0 if it could not send everything yet.",
		Truth:  "It returns -1 with SSL_ERROR_WANT_WRITE. 0 means that close_notify has left.",
		Source: "SSL_shutdown(3), Shutdown Lifecycle, of newer releases says 0; warmcat/libwebsockets#1037",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.returned(0), m.shuts() && m.step.Returned && m.step.Ret < 0 && m.step.Error == engine.ErrorWantWrite
		},
	},
	{
		ID:     "shutdown-skips-data",
		Belief: "SSL_shutdown reads what is pending, drops it, and goes on to close_notify.",
		Truth:  "SSL_shutdown has nowhere to put data. It drops the record and fails: read with SSL_read before the second call.",
		Source: "openssl/openssl#12957; aio-libs/aiohttp#10358",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.returned(1), m.shuts() && m.step.Fired(engine.RuleDataAfterClose)
		},
	},
	{
		ID:     "no-write-after-zero-return",
		Belief: "After SSL_ERROR_ZERO_RETURN the connection is closed, so nothing can be written.",
		Truth:  "The other peer's close_notify ends only its own direction. Until this peer sends its own, it can write.",
		Source: "RFC 5246 §7.2.1; nodejs/node#27836",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.returned(-1), m.writes() && m.has(engine.ReceivedShutdown) && m.step.Returned && m.step.Ret > 0
		},
	},
	{
		ID:     "write-after-shutdown",
		Belief: "After SSL_shutdown has returned 0, the connection can still be used to write.",
		Truth:  "SSL_shutdown sets SSL_SENT_SHUTDOWN, and SSL_write fails from then on with \"protocol is shutdown\".",
		Source: "boostorg/beast#821; SSL_shutdown(3), Locally-Initiated Shutdown",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.success(m.step.Op.N), m.writes() && m.step.Fired(engine.RuleWriteAfterClose) && m.step.Op.N > 0
		},
	},
	{
		ID:     "no-read-after-shutdown",
		Belief: "After SSL_shutdown nothing can be read any more.",
		Truth:  "SSL_shutdown closes the direction to the other peer. What that peer sends can still be read.",
		Source: "SSL_shutdown(3), Locally-Initiated Shutdown; RFC 8446 §6.1",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.returned(0), m.reads() && m.has(engine.SentShutdown) && m.step.Returned && m.step.Ret > 0
		},
	},
	{
		ID:     "read-waits",
		Belief: "SSL_read waits until something arrives.",
		Truth:  "On a non-blocking transport it returns -1 at once, with SSL_ERROR_WANT_READ.",
		Source: "SSL_read(3), NOTES; SSL_get_error(3), SSL_ERROR_WANT_READ",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Waits: true}, m.reads() && m.step.Returned && m.step.Error == engine.ErrorWantRead
		},
	},
	{
		ID:     "readable-means-data",
		Belief: "poll says that the socket is readable, so SSL_read has data to return.",
		Truth:  "TLS hands data on only when its whole record has arrived. Until then SSL_read waits, or returns -1 with SSL_ERROR_WANT_READ.",
		Source: "php/php-src#10495; SSL_read(3), NOTES",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			arrived := m.before.Wire(engine.Incoming(m.step.Op.Role)).Readable()
			half := m.reads() && (m.step.Blocked || m.step.Error == engine.ErrorWantRead)
			return m.success(min(m.step.Op.N, arrived)), half && arrived > 0 && m.step.Op.N > 0
		},
	},
	{
		ID:     "shutdown-always-works",
		Belief: "SSL_shutdown can be called at any time: close_notify is sent, and it returns 0.",
		Truth:  "SSL_shutdown is refused while a handshake is not finished and after a fatal error. Then it returns -1 and sends nothing.",
		Source: "openssl/openssl#710, #8033; eclipse-mosquitto/mosquitto#289",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.returned(0), m.plain() && m.step.Fired(engine.RuleShutdownInInit)
		},
	},
	{
		ID:     "eof-is-negative",
		Belief: "SSL_read returns 0 only for a clean end. A stream that was cut off gives -1.",
		Truth:  "SSL_read returns 0 for a clean end and for a cut-off stream. Only SSL_get_error tells them apart.",
		Source: "SSL_read(3), RETURN VALUES; openssl/openssl#1903",
		Aspect: Returns,
		wrong: func(m *moment) (Answer, bool) {
			return m.returned(-1), m.reads() && m.eof() && m.step.Ret == 0
		},
	},
}
