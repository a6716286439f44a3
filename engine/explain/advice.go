package explain

import "closenotify/engine"

// Advice says what to do about an error.
type Advice struct {
	Text string // what the error means, in a sentence or two
	Code string // what an application should have there, in C; several lines
}

// adviceFor finds the advice for a step's error: by its reason in the error queue, or else by the error
// alone.
func adviceFor(s engine.Step) Advice {
	if Misleading(s) {
		return adviceHalfDone
	}
	if s.Fired(engine.RuleNoErrorNoted) {
		return adviceNoErrorNoted
	}
	if a, ok := adviceByReason[s.Reason]; ok && s.Error == engine.ErrorSSL {
		return a
	}
	return adviceByError[s.Error]
}

// adviceHalfDone is for the 0 of SSL_shutdown (SSL_shutdown(3), RETURN VALUES).
var adviceHalfDone = Advice{
	"0 is not an error: close_notify was sent, and the peer's has not been read yet. Do not call SSL_get_error.",
	`ret = SSL_shutdown(ssl);
if (ret == 0)  /* half of it is done */
    while ((ret = SSL_read(ssl, buf, sizeof buf)) > 0)
        use(buf, ret);  /* until theirs arrives */`,
}

// adviceNoErrorNoted is for calls that SSL_get_error(3) does not list.
var adviceNoErrorNoted = Advice{
	"The call was refused. SSL_get_error does not say so, because it is not meant for this call. The error queue has the reason.",
	`if (!SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED))
    ERR_print_errors_fp(stderr);  /* no SSL_get_error */`,
}

// adviceWriteRetry is for a retried write that is not the one that was interrupted
// (SSL_write(3), WARNINGS).
var adviceWriteRetry = Advice{
	"An interrupted write must be repeated with the same data and at least the same length, and from the same address unless SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER is set.",
	`do
    ret = SSL_write(ssl, buf, len);  /* the same buf and len */
while (ret <= 0 && wait_for(ssl, ret));`,
}

// adviceByError is used when the reason has no row in adviceByReason.
var adviceByError = map[engine.SSLError]Advice{
	engine.ErrorWantRead: {
		"Not an error: the call cannot go on until bytes arrive from the peer. Wait until the socket is readable, then repeat the call.",
		`if (SSL_get_error(ssl, ret) == SSL_ERROR_WANT_READ) {
    poll(&(struct pollfd){fd, POLLIN, 0}, 1, timeout);
    continue;  /* repeat the call */
}`},
	engine.ErrorWantWrite: {
		"Not an error: the transport takes no more bytes now. Wait until the socket is writable, then repeat the call.",
		`if (SSL_get_error(ssl, ret) == SSL_ERROR_WANT_WRITE) {
    poll(&(struct pollfd){fd, POLLOUT, 0}, 1, timeout);
    continue;  /* same call, same arguments */
}`},
	engine.ErrorZeroReturn: {
		"A clean end: the peer will write nothing more. You may still write, then answer with SSL_shutdown.",
		`case SSL_ERROR_ZERO_RETURN:
    SSL_shutdown(ssl);  /* ours; no need to wait */
    SSL_free(ssl);
    close(fd);`},
	engine.ErrorSSL: {
		"Fatal: the connection can no longer be used. Make no further calls on it, not even SSL_shutdown.",
		`case SSL_ERROR_SSL:
    ERR_print_errors_fp(stderr);
    SSL_free(ssl);  /* no SSL_shutdown */
    close(fd);`},
	engine.ErrorSyscall: {
		"Fatal: the transport failed, or a fatal error came before. Make no further calls on the connection, not even SSL_shutdown.",
		`case SSL_ERROR_SYSCALL:
    if (errno != 0)
        perror("TLS transport");
    SSL_free(ssl);  /* no SSL_shutdown */
    close(fd);`},
}

// adviceByReason is for reasons of SSL_ERROR_SSL that need advice of their own. The key
// is ERR_reason_error_string.
var adviceByReason = map[string]Advice{
	"unexpected eof while reading": {
		"The transport ended without close_notify. Anyone on the path can cause that, so what was read may be incomplete.",
		`case SSL_ERROR_SSL:  /* no SSL_shutdown after it */
    if (ERR_GET_REASON(ERR_peek_error())
        == SSL_R_UNEXPECTED_EOF_WHILE_READING)
        truncated = !complete(buf);
    SSL_free(ssl);
    close(fd);`},
	"application data after close notify": {
		"SSL_shutdown was waiting for close_notify and read data, which it cannot return; the connection has failed. Next time, read until SSL_ERROR_ZERO_RETURN first.",
		`SSL_shutdown(ssl);  /* 0: sent */
while ((ret = SSL_read(ssl, buf, sizeof buf)) > 0)
    use(buf, ret);  /* no second SSL_shutdown yet */
if (SSL_get_error(ssl, ret) == SSL_ERROR_ZERO_RETURN)
    ret = SSL_shutdown(ssl);  /* 1: both ways */`},
	"protocol is shutdown": {
		"SENT is set, so nothing more can be written. Write first, then close.",
		`if (SSL_get_shutdown(ssl) & SSL_SENT_SHUTDOWN)
    return CLOSED;  /* too late to write */
ret = SSL_write(ssl, buf, len);`},
	"shutdown while in init": {
		"SSL_shutdown was refused: a handshake is not finished, or a fatal error has ended the connection.",
		`if (!SSL_in_init(ssl) && !fatal)
    SSL_shutdown(ssl);
SSL_free(ssl);`},
	"bad write retry": adviceWriteRetry,
	"bad length":      adviceWriteRetry,
}
