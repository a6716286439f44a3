package model

import "closenotify/engine"

// advice is how to take an error and what to program there.
type advice struct{ text, code string }

// adviceFor looks a step's error up, the most exact entry first.
func adviceFor(s engine.Step) advice {
	if misleading(s) {
		return adviceTable["half"]
	}
	if r, ok := adviceTable[s.Reason]; ok && s.Error == engine.ErrorSSL {
		return r
	}
	if r, ok := adviceTable[s.Error.String()+" "+s.Op.Verb.String()]; ok {
		return r
	}
	return adviceTable[s.Error.String()]
}

// adviceTable are found by the reason of the error queue, by the error and the call,
// or by the error alone.
var adviceTable = map[string]advice{
	"half": {
		"0 is no error: close_notify is out, the peer's has not come. SSL_get_error must not be asked.",
		`ret = SSL_shutdown(ssl);
if (ret == 0)  /* half of it is done */
    while ((ret = SSL_read(ssl, buf, sizeof buf)) > 0)
        use(buf, ret);  /* until theirs comes */`},
	"SSL_ERROR_WANT_READ": {
		"Not an error: the call could not go on without bytes from the peer. Wait until there are some, then make the same call again.",
		`if (SSL_get_error(ssl, ret) == SSL_ERROR_WANT_READ) {
    poll(&(struct pollfd){fd, POLLIN}, 1, timeout);
    continue;  /* the same call again */
}`},
	"SSL_ERROR_WANT_WRITE": {
		"Not an error: the transport takes no more bytes now. Wait until it does, then make the same call again.",
		`if (SSL_get_error(ssl, ret) == SSL_ERROR_WANT_WRITE) {
    poll(&(struct pollfd){fd, POLLOUT}, 1, timeout);
    continue;  /* same call, same arguments */
}`},
	"SSL_ERROR_ZERO_RETURN": {
		"The clean end: the peer will write no more. What is still to be written may be written; then answer with SSL_shutdown.",
		`case SSL_ERROR_ZERO_RETURN:
    SSL_shutdown(ssl);  /* ours; no need to wait */
    SSL_free(ssl);
    close(fd);`},
	"unexpected eof while reading": {
		"The transport ended and no close_notify came. Anybody on the way can do that, so what was read may be cut short.",
		`case SSL_ERROR_SSL:  /* no SSL_shutdown after it */
    if (ERR_GET_REASON(ERR_peek_error())
        == SSL_R_UNEXPECTED_EOF_WHILE_READING)
        truncated = !complete(buf);
    SSL_free(ssl);
    close(fd);`},
	"application data after close notify": {
		"The peer's data were still on their way when this side closed and waited. Read them first.",
		`SSL_shutdown(ssl);  /* 0: sent */
while ((ret = SSL_read(ssl, buf, sizeof buf)) > 0)
    use(buf, ret);  /* no second SSL_shutdown yet */
if (SSL_get_error(ssl, ret) == SSL_ERROR_ZERO_RETURN)
    ret = SSL_shutdown(ssl);  /* 1: both ways */`},
	"protocol is shutdown": {
		"This side has said that it will write no more. Write first, close then.",
		`if (SSL_get_shutdown(ssl) & SSL_SENT_SHUTDOWN)
    return CLOSED;  /* too late to write */
ret = SSL_write(ssl, buf, len);`},
	"shutdown while in init": {
		"There is no connection to close: the handshake is under way, or a fatal error has ended it.",
		`if (SSL_in_init(ssl) || fatal)
    ;  /* nothing to shut down */
else
    SSL_shutdown(ssl);
SSL_free(ssl);`},
	"bad write retry": {
		"A write that was interrupted must be repeated with the same data and at least the same length.",
		`do
    ret = SSL_write(ssl, buf, len);   /* the same buf and len */
while (ret <= 0 && wait_for(ssl, ret));`},
	"SSL_ERROR_SSL": {
		"Fatal: the connection is of no use any more. Make no further calls on it, SSL_shutdown least of all.",
		`case SSL_ERROR_SSL:
    ERR_print_errors_fp(stderr);
    SSL_free(ssl);  /* no SSL_shutdown */
    close(fd);`},
	"SSL_ERROR_SYSCALL": {
		"Fatal: the transport has failed, or a fatal error came before. Make no further calls on the connection, SSL_shutdown least of all.",
		`case SSL_ERROR_SYSCALL:
    if (errno != 0)
        perror("TLS transport");
    SSL_free(ssl);  /* no SSL_shutdown */
    close(fd);`},
}
