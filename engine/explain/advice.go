package explain

import "closenotify/engine"

// Advice says what to do about an error.
type Advice struct {
	Text string      // what the error means and what to do, in a sentence or two
	Code string      // what an application should have there, in C; several lines
	Call engine.Verb // the call that Text tells the same peer to make next, 0 for none
}

// adviceFor finds the advice for a step's error in the state that the step has left the peer
// in: by what decided the step, by its reason in the error queue, or else by the error alone.
func adviceFor(s engine.Step, after engine.Endpoint) Advice {
	switch {
	case Misleading(s) && s.CallVerb() == engine.VerbShutdown:
		return adviceHalfDone
	case s.Fired(engine.RuleNoErrorNoted):
		return adviceNoErrorNoted
	case failedAfterEnd(s):
		return adviceFailedAfterEnd
	case s.Error == engine.ErrorZeroReturn:
		return adviceForZeroReturn(after)
	case s.Error == engine.ErrorSyscall:
		return adviceForSyscall(s, after)
	}
	if a, ok := adviceByReason[s.Reason]; ok && s.Error == engine.ErrorSSL {
		return a
	}
	return adviceByError[s.Error]
}

// adviceForZeroReturn looks at what else the peer may do.
func adviceForZeroReturn(after engine.Endpoint) Advice {
	switch {
	case after.Failed() || after.State() != engine.Established:
		return adviceFlagWithoutEnd
	case after.ReceivedBy().Record == 0:
		return adviceFlagByItself
	case after.Shutdown().Has(engine.SentShutdown):
		return adviceBothClosed
	}
	return adviceByError[engine.ErrorZeroReturn]
}

// adviceForSyscall looks for what SSL_ERROR_SYSCALL stands for. It is also the answer of
// SSL_get_error to a failure without any entry in the error queue.
func adviceForSyscall(s engine.Step, after engine.Endpoint) Advice {
	writes := s.CallVerb().WritesData() || s.CallVerb() == engine.VerbShutdown
	switch {
	case s.Fired(engine.RuleAfterFatalError):
		return adviceAfterFatalError
	case s.Fired(engine.RuleReadNothing) || s.Fired(engine.RuleWriteNothing):
		return adviceNothingAsked
	case s.Fired(engine.RuleSilentEOF):
		return adviceSilentEOF
	case s.Errno == 0 && (s.Fired(engine.RuleAlertGivenUp) || s.Fired(engine.RuleCloseNotifyNotOut)):
		return adviceNoCloseNotify
	case writes && s.Errno != 0 && after.State() == engine.Established && !after.Shutdown().Has(engine.ReceivedShutdown):
		return adviceReadOn
	}
	return adviceByError[engine.ErrorSyscall]
}

// adviceHalfDone is for the 0 of SSL_shutdown (SSL_shutdown(3), RETURN VALUES).
var adviceHalfDone = Advice{
	"0 is not an error: close_notify was sent, and the peer's has not been read yet. Do not call SSL_get_error.",
	`ret = SSL_shutdown(ssl);
if (ret == 0)  /* half of it is done */
    while ((ret = SSL_read(ssl, buf, sizeof buf)) > 0)
        use(buf, ret);  /* until close_notify arrives */`,
	engine.VerbRead,
}

// adviceBothClosed is for SSL_ERROR_ZERO_RETURN when this peer has sent close_notify, too
// (SSL_shutdown(3), Locally-Initiated Shutdown).
var adviceBothClosed = Advice{
	"A clean end: the other peer will write nothing more, and SENT is set here, too. SSL_shutdown returns 1 as soon as nothing is left to send.",
	`case SSL_ERROR_ZERO_RETURN:
    ret = SSL_shutdown(ssl);  /* 1: both sides are closed */
    SSL_free(ssl);
    close(fd);`,
	engine.VerbShutdown,
}

// adviceFlagByItself is for SSL_ERROR_ZERO_RETURN where no alert has set the flag, but
// SSL_set_shutdown, a quiet shutdown or SSL_OP_IGNORE_UNEXPECTED_EOF.
var adviceFlagByItself = Advice{
	Text: "SSL_RECEIVED_SHUTDOWN is set, but no close_notify has set it. So this is no proof that the peer has sent everything: the data may be incomplete.",
	Code: `case SSL_ERROR_ZERO_RETURN:
    truncated = !complete(buf);
    SSL_free(ssl);
    close(fd);`,
}

// adviceFlagWithoutEnd is for SSL_ERROR_ZERO_RETURN where a fatal alert has set the flag, or
// where a handshake is not finished.
var adviceFlagWithoutEnd = Advice{
	Text: "SSL_RECEIVED_SHUTDOWN is set, but SSL_shutdown would be refused: the connection has failed, or a handshake is not finished. The data may be incomplete.",
	Code: `case SSL_ERROR_ZERO_RETURN:
    if (SSL_in_init(ssl))
        truncated = !complete(buf);
    SSL_free(ssl);
    close(fd);`,
}

// adviceFailedAfterEnd is for a call that failed where SSL_get_error says
// SSL_ERROR_ZERO_RETURN: the flag is set, and the release has queued no error.
var adviceFailedAfterEnd = Advice{
	Text: "The call failed. SSL_get_error says SSL_ERROR_ZERO_RETURN only because SSL_RECEIVED_SHUTDOWN is set and no error is queued; errno may give the reason. Free the object.",
	Code: `if (ret < 0 && SSL_get_error(ssl, ret) == SSL_ERROR_ZERO_RETURN)
    perror("TLS transport");  /* errno may be 0 */
SSL_free(ssl);
close(fd);`,
}

// adviceAfterFatalError is for calls on a connection that has failed.
var adviceAfterFatalError = Advice{
	Text: "The connection failed in an earlier call, so this one was refused. SSL_get_error finds no error in the queue and says SSL_ERROR_SYSCALL. Only SSL_free is left.",
	Code: `case SSL_ERROR_SSL:      /* of the call that failed */
case SSL_ERROR_SYSCALL:
    SSL_free(ssl);       /* no further call */
    close(fd);`,
}

// adviceNothingAsked is for a call about 0 bytes (SSL_write(3), WARNINGS).
var adviceNothingAsked = Advice{
	Text: "The call was asked for 0 bytes and returned 0. Nothing has failed: SSL_get_error treats every 0 as a failure. Do not make the call with a length of 0.",
	Code: `if (len > 0)
    ret = SSL_write(ssl, buf, len);`,
}

// adviceSilentEOF is for the end of the transport where the library queues no error
// (SSL_get_error(3), BUGS).
var adviceSilentEOF = Advice{
	Text: "The transport ended without close_notify, and this release queues no error for that. Anyone on the path can cause it, so what was read may be incomplete.",
	Code: `case SSL_ERROR_SYSCALL:
    if (ERR_peek_error() == 0 && errno == 0)
        truncated = !complete(buf);
    SSL_free(ssl);
    close(fd);`,
}

// adviceNoCloseNotify is for an SSL_shutdown that an unfinished write prevents.
var adviceNoCloseNotify = Advice{
	Text: "The transport has not failed. Part of an earlier SSL_write is still to be sent, and close_notify cannot go out before it. Finish a write before SSL_shutdown.",
	Code: `while ((ret = SSL_write(ssl, buf, len)) <= 0)
    if (!wait_for(ssl, ret))
        return CLOSED;
SSL_shutdown(ssl);  /* nothing is half written */`,
}

// adviceReadOn is for a failed write where the library still reads.
var adviceReadOn = Advice{
	"The transport no longer accepts data; errno says why. Nothing can be sent any more. What the other peer sent before may still be read.",
	`case SSL_ERROR_SYSCALL:  /* of SSL_write or SSL_shutdown */
    perror("TLS transport");
    while ((ret = SSL_read(ssl, buf, sizeof buf)) > 0)
        use(buf, ret);
    SSL_free(ssl);  /* no SSL_shutdown */
    close(fd);`,
	engine.VerbRead,
}

// adviceNoErrorNoted is for calls that SSL_get_error(3) does not list.
var adviceNoErrorNoted = Advice{
	Text: "The call was refused. SSL_get_error does not say so, because it is not meant for this call. The error queue has the reason.",
	Code: `if (!SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED))
    ERR_print_errors_fp(stderr);  /* no SSL_get_error */`,
}

// adviceWriteRetry is for a retried write that is not the one that was interrupted
// (SSL_write(3), WARNINGS).
var adviceWriteRetry = Advice{
	Text: "An interrupted write must be repeated with the same data and at least the same length, and from the same address unless SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER is set.",
	Code: `do
    ret = SSL_write(ssl, buf, len);  /* the same buf and len */
while (ret <= 0 && wait_for(ssl, ret));`,
}

// adviceByError is used when the reason has no row in adviceByReason.
var adviceByError = map[engine.SSLError]Advice{
	engine.ErrorWantRead: {
		Text: "Not an error: the call cannot go on until bytes arrive from the peer. Wait until the socket is readable, then repeat the call.",
		Code: `if (SSL_get_error(ssl, ret) == SSL_ERROR_WANT_READ) {
    poll(&(struct pollfd){fd, POLLIN, 0}, 1, timeout);
    continue;  /* repeat the call */
}`},
	engine.ErrorWantWrite: {
		Text: "Not an error: the transport has no room now. Wait until the socket is writable, then repeat the call.",
		Code: `if (SSL_get_error(ssl, ret) == SSL_ERROR_WANT_WRITE) {
    poll(&(struct pollfd){fd, POLLOUT, 0}, 1, timeout);
    continue;  /* same call, same arguments */
}`},
	engine.ErrorZeroReturn: {
		"A clean end: the other peer will write nothing more. You may still write. Then answer with SSL_shutdown: it returns 1 as soon as close_notify is sent.",
		`case SSL_ERROR_ZERO_RETURN:
    SSL_shutdown(ssl);  /* 1: both sides are closed */
    SSL_free(ssl);
    close(fd);`,
		engine.VerbShutdown},
	engine.ErrorSSL: {
		Text: "Fatal: the connection can no longer be used. Make no further calls on it, not even SSL_shutdown.",
		Code: `case SSL_ERROR_SSL:
    ERR_print_errors_fp(stderr);
    SSL_free(ssl);  /* no SSL_shutdown */
    close(fd);`},
	engine.ErrorSyscall: {
		Text: "Fatal: the transport failed, or the error queue holds an older error of the system. Make no further calls on the connection, not even SSL_shutdown.",
		Code: `case SSL_ERROR_SYSCALL:
    if (errno != 0)
        perror("TLS transport");
    SSL_free(ssl);  /* no SSL_shutdown */
    close(fd);`},
}

// adviceByReason is for reasons of SSL_ERROR_SSL that need advice of their own. The key
// is ERR_reason_error_string.
var adviceByReason = map[string]Advice{
	"unexpected eof while reading": {
		Text: "The transport ended without close_notify. Anyone on the path can cause that, so what was read may be incomplete.",
		Code: `case SSL_ERROR_SSL:  /* no SSL_shutdown after it */
    if (ERR_GET_REASON(ERR_peek_error())
        == SSL_R_UNEXPECTED_EOF_WHILE_READING)
        truncated = !complete(buf);
    SSL_free(ssl);
    close(fd);`},
	"application data after close notify": {
		Text: "SSL_shutdown was waiting for close_notify and read data, which it cannot return; the connection has failed. Next time, read until SSL_ERROR_ZERO_RETURN first.",
		Code: `SSL_shutdown(ssl);  /* 0: sent */
while ((ret = SSL_read(ssl, buf, sizeof buf)) > 0)
    use(buf, ret);  /* no second SSL_shutdown yet */
if (SSL_get_error(ssl, ret) == SSL_ERROR_ZERO_RETURN)
    ret = SSL_shutdown(ssl);  /* 1: both ways */`},
	"protocol is shutdown": {
		Text: "SENT is set, so nothing more can be written. Write first, then close.",
		Code: `if (SSL_get_shutdown(ssl) & SSL_SENT_SHUTDOWN)
    return CLOSED;  /* too late to write */
ret = SSL_write(ssl, buf, len);`},
	"shutdown while in init": {
		Text: "SSL_shutdown was refused: a handshake is not finished, or a fatal error has ended the connection.",
		Code: `if (!SSL_in_init(ssl) && !fatal)
    SSL_shutdown(ssl);
SSL_free(ssl);`},
	"bad write retry": adviceWriteRetry,
	"bad length":      adviceWriteRetry,
}
