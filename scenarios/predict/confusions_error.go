package predict

import "closenotify/engine"

// errorConfusions are about what SSL_get_error says.
var errorConfusions = []*Confusion{
	{
		ID:     "0-has-no-error",
		Belief: "After the 0 of SSL_shutdown, SSL_get_error says that there is no error.",
		Truth:  "SSL_get_error treats every 0 as a failure. It finds no cause and says SSL_ERROR_SYSCALL, which is misleading: do not ask it about a 0 of SSL_shutdown.",
		Source: "openssl/openssl#13976, #1903; SSL_shutdown(3), RETURN VALUES",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Error: engine.ErrorNone}, m.shuts() && m.step.Returned && m.step.Ret == 0
		},
	},
	{
		ID:     "0-wants-read",
		Belief: "After the 0 of SSL_shutdown, SSL_get_error says SSL_ERROR_WANT_READ, because the answer is still to come.",
		Truth:  "SSL_ERROR_WANT_READ comes with -1, from a call that tried to read. The call that returned 0 has only sent.",
		Source: "SSL_shutdown(3), Shutdown Lifecycle, of newer releases; rsyslog/rsyslog#4837",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Error: engine.ErrorWantRead}, m.shuts() && m.step.Returned && m.step.Ret == 0
		},
	},
	{
		ID:     "eof-is-a-clean-close",
		Belief: "The end of the TCP stream is a clean close, so SSL_get_error says SSL_ERROR_ZERO_RETURN.",
		Truth:  "Only a close_notify is a clean end. Anyone on the path can end the stream, so the data may be incomplete.",
		Source: "openssl/openssl#11381, #18866; RFC 8446 §6.1",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Error: engine.ErrorZeroReturn}, m.eof() && m.step.Returned && m.step.Error != engine.ErrorZeroReturn
		},
	},
	{
		ID:     "eof-is-syscall",
		Belief: "When the other peer just closes the socket, SSL_get_error says SSL_ERROR_SYSCALL with errno 0.",
		Truth:  "Older releases say so. This one says SSL_ERROR_SSL with \"unexpected eof while reading\".",
		Source: "python/cpython#87960; openssl/openssl#11381",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Error: engine.ErrorSyscall}, m.plain() && m.step.Fired(engine.RuleUnexpectedEOF) && m.step.Error == engine.ErrorSSL
		},
	},
	{
		ID:     "want-read-is-a-failure",
		Belief: "A call that returns -1 has failed, so SSL_get_error says SSL_ERROR_SSL.",
		Truth:  "-1 also stands for \"not yet\". SSL_ERROR_WANT_READ and SSL_ERROR_WANT_WRITE ask for the same call later.",
		Source: "openssl/openssl#13990; SSL_get_error(3), SSL_ERROR_WANT_READ",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			wants := m.step.Error == engine.ErrorWantRead || m.step.Error == engine.ErrorWantWrite
			return Answer{Error: engine.ErrorSSL}, m.plain() && m.step.Returned && m.step.Ret < 0 && wants
		},
	},
	{
		ID:     "closed-is-an-error",
		Belief: "When the other peer has closed, SSL_get_error says SSL_ERROR_SSL or SSL_ERROR_SYSCALL.",
		Truth:  "A close_notify is the proper end: SSL_get_error says SSL_ERROR_ZERO_RETURN, and no error is queued.",
		Source: "redis/redis#15745; miconda/sipexer#31",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Error: engine.ErrorSyscall}, m.reads() && m.received() && m.step.Error == engine.ErrorZeroReturn
		},
	},
	{
		ID:     "old-errors-do-not-count",
		Belief: "SSL_get_error reports on the call before it, whatever else has failed.",
		Truth:  "In this release it looks at the thread's error queue first. An error that an earlier call left there hides what this call wanted.",
		Source: "openssl/openssl#11889, #20126; SSL_get_error(3), DESCRIPTION",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			wants := engine.ErrorWantRead
			if m.after.Endpoint(m.step.Op.Role).Want() == engine.WantWriting {
				wants = engine.ErrorWantWrite
			}
			stale := m.step.Fired(engine.RuleWantRead) || m.step.Fired(engine.RuleWantWrite)
			return Answer{Error: wants}, m.plain() && stale && m.step.Error == engine.ErrorSSL
		},
	},
	{
		ID:     "write-0-succeeds",
		Belief: "Nothing was to be written and nothing has failed, so SSL_get_error says SSL_ERROR_NONE.",
		Truth:  "SSL_get_error treats every 0 as a failure, even that of a call with a length of 0, and says SSL_ERROR_SYSCALL.",
		Source: "openssl/openssl#6308; SSL_write(3), WARNINGS",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			nothing := m.step.Fired(engine.RuleWriteNothing) || m.step.Fired(engine.RuleReadNothing)
			return Answer{Error: engine.ErrorNone}, m.plain() && nothing && m.step.Returned && m.step.Ret == 0
		},
	},
	{
		ID:     "failed-again-says-ssl",
		Belief: "Every call on a failed connection says SSL_ERROR_SSL.",
		Truth:  "In this release a call after a fatal error queues no error of its own, so SSL_get_error finds none and says SSL_ERROR_SYSCALL.",
		Source: "openssl/openssl#30894; SSL_get_error(3), SSL_ERROR_SSL",
		Aspect: Error,
		wrong: func(m *moment) (Answer, bool) {
			return Answer{Error: engine.ErrorSSL}, m.plain() && m.step.Fired(engine.RuleAfterFatalError) && m.step.Error == engine.ErrorSyscall
		},
	},
}
