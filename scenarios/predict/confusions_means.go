package predict

import "closenotify/engine"

// meaningConfusions are about what a return value means.
var meaningConfusions = []*Confusion{
	{
		ID:     "0-means-failure",
		Belief: "SSL_shutdown has returned 0, so it has failed.",
		Truth:  "0 means that close_notify was sent and the other peer's has not been read. Only a negative value is a failure.",
		Source: "openssl/openssl#13976; rsyslog/rsyslog#4837; SSL_shutdown(3), RETURN VALUES",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: Failed}, meaning(m) == HalfDone },
	},
	{
		ID:     "syscall-means-failure",
		Belief: "SSL_get_error says SSL_ERROR_SYSCALL after the 0 of SSL_shutdown, so a system call has failed.",
		Truth:  "SSL_get_error finds no cause for the 0 and falls through to SSL_ERROR_SYSCALL. Nothing has failed.",
		Source: "openssl/openssl#1903, #13976; SSL_get_error(3), SSL_ERROR_SYSCALL",
		Aspect: Means,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Meaning: Failed}, meaning(m) == HalfDone && m.step.Error == engine.ErrorSyscall
		},
	},
	{
		ID:     "0-means-try-again",
		Belief: "SSL_shutdown has returned 0, so the same call must be repeated until it returns 1.",
		Truth:  "For a one-way close 0 is enough. To wait for the other peer, read with SSL_read first: a second SSL_shutdown fails if data arrives.",
		Source: "indimail/qmail, ssl_exit: while (SSL_shutdown(ssl) == 0); SSL_shutdown(3), RETURN VALUES",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: Again}, meaning(m) == HalfDone },
	},
	{
		ID:     "1-means-tcp-closed",
		Belief: "SSL_shutdown has returned 1, so the TCP connection is closed.",
		Truth:  "1 is about the two close_notify alerts. The socket stays open until close(2) closes it.",
		Source: "oven-sh/bun#34498, #35535; SSL_shutdown(3), DESCRIPTION",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: TCPClosed}, meaning(m) == BothSet },
	},
	{
		ID:     "want-read-means-failure",
		Belief: "The call has returned -1, so the connection has failed.",
		Truth:  "SSL_ERROR_WANT_READ and SSL_ERROR_WANT_WRITE mean \"not yet\": wait for the transport, then make the same call again.",
		Source: "openssl/openssl#13990; SSL_get_error(3), SSL_ERROR_WANT_READ",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: Failed}, meaning(m) == Again },
	},
	{
		ID:     "zero-return-means-failure",
		Belief: "SSL_read has returned 0, so the connection has failed.",
		Truth:  "With SSL_ERROR_ZERO_RETURN, 0 is the proper end of what the other peer sends.",
		Source: "redis/redis#15745; signalwire/libks#44",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: Failed}, meaning(m) == PeerClosed },
	},
	{
		ID:     "zero-return-means-again",
		Belief: "SSL_read has returned 0, so there is no data yet, and the call must be repeated.",
		Truth:  "\"No data yet\" is -1 with SSL_ERROR_WANT_READ. 0 with SSL_ERROR_ZERO_RETURN is the end.",
		Source: "SSL_read(3), RETURN VALUES; read(2)",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: Again}, meaning(m) == PeerClosed },
	},
	{
		ID:     "zero-return-closes-tcp",
		Belief: "SSL_read has returned 0 as read(2) does, so the TCP connection is closed.",
		Truth:  "close_notify is an alert inside the stream. The TCP connection is open, and this peer can still write.",
		Source: "nodejs/node#27836; SSL_get_error(3), SSL_ERROR_ZERO_RETURN",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: TCPClosed}, meaning(m) == PeerClosed },
	},
	{
		ID:     "failure-can-be-repeated",
		Belief: "The call has returned -1, so it must be made again.",
		Truth:  "Only SSL_ERROR_WANT_READ and SSL_ERROR_WANT_WRITE ask for another call. After SSL_ERROR_SSL only SSL_free is left.",
		Source: "SSL_get_error(3), SSL_ERROR_SSL; openssl/openssl#13990",
		Aspect: Means,
		wrong:  func(m *moment) (Answer, bool) { return Answer{Meaning: Again}, meaning(m) == Failed },
	},
}
