/*
 * The calls that a peer can make. To add one, write a function and a row: scripts,
 * traces and random scripts take it from here.
 */
#include "calls.h"

#include <openssl/ssl.h>

#include "payload.h"
#include "peer.h"
#include "world.h"

/* What SSL_read and SSL_peek fill. Nobody looks at it. */
static unsigned char buffer[MAX_BYTES];

static int call_shutdown(struct peer *p, int n)
{
    (void)n;
    return SSL_shutdown(p->ssl);
}

static int call_read(struct peer *p, int n)
{
    return SSL_read(p->ssl, buffer, n);
}

static int call_peek(struct peer *p, int n)
{
    return SSL_peek(p->ssl, buffer, n);
}

static int call_read_ex(struct peer *p, int n, size_t *bytes)
{
    return SSL_read_ex(p->ssl, buffer, (size_t)n, bytes);
}

static int call_peek_ex(struct peer *p, int n, size_t *bytes)
{
    return SSL_peek_ex(p->ssl, buffer, (size_t)n, bytes);
}

/*
 * A write continues the payload where the last successful one ended. So a retry passes
 * the same bytes again, and from the same address: without
 * SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER OpenSSL compares the address.
 */
static int call_write(struct peer *p, int n)
{
    int ret = SSL_write(p->ssl, payload(p->written), n);

    if (ret > 0)
        p->written += (unsigned)ret;
    return ret;
}

static int call_write_ex(struct peer *p, int n, size_t *bytes)
{
    int ret = SSL_write_ex(p->ssl, payload(p->written), (size_t)n, bytes);

    if (ret > 0)
        p->written += *bytes;
    return ret;
}

static int call_do_handshake(struct peer *p, int n)
{
    (void)n;
    return SSL_do_handshake(p->ssl);
}

static int call_renegotiate(struct peer *p, int n)
{
    (void)n;
    return SSL_renegotiate(p->ssl);
}

/* n is SSL_KEY_UPDATE_NOT_REQUESTED or SSL_KEY_UPDATE_REQUESTED. */
static int call_key_update(struct peer *p, int n)
{
    return SSL_key_update(p->ssl, n);
}

static int call_clear(struct peer *p, int n)
{
    (void)n;
    return SSL_clear(p->ssl);
}

static void call_free(struct peer *p, int n)
{
    (void)n;
    SSL_free(p->ssl);
    p->ssl = NULL;
}

/* n is SSL_SENT_SHUTDOWN, SSL_RECEIVED_SHUTDOWN, both or neither. */
static void call_set_shutdown(struct peer *p, int n)
{
    SSL_set_shutdown(p->ssl, n);
}

static void call_set_quiet_shutdown(struct peer *p, int n)
{
    SSL_set_quiet_shutdown(p->ssl, n);
}

static void call_set_options(struct peer *p, int n)
{
    (void)n;
#ifdef SSL_OP_IGNORE_UNEXPECTED_EOF /* OpenSSL 1.1.1 has no such option */
    SSL_set_options(p->ssl, SSL_OP_IGNORE_UNEXPECTED_EOF);
#else
    (void)p;
#endif
}

/* In the order of the words that follow SSL_set_mode and SSL_clear_mode. */
static const long modes[] = {SSL_MODE_AUTO_RETRY, SSL_MODE_ENABLE_PARTIAL_WRITE,
                             SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER};

static void call_set_mode(struct peer *p, int n)
{
    SSL_set_mode(p->ssl, modes[n]);
}

static void call_clear_mode(struct peer *p, int n)
{
    SSL_clear_mode(p->ssl, modes[n]);
}

static void call_set_nbio(struct peer *p, int n)
{
    p->socket.blocks = n == 0 ? p->runner : NULL;
}

static void call_close(struct peer *p, int n)
{
    (void)n;
    p->world->transport->close_socket(p->world, p->server ? SERVER : CLIENT);
}

/* Not OpenSSL's: whether the peer's calls start without ERR_clear_error. */
static void call_keep_errors(struct peer *p, int n)
{
    p->keep_errors = n == 1;
}

#define RETURNS(function) .returns = function
#define COUNTS(function) .counts = function
#define SILENT(function) .silent = function

/* A row is one line: language.go also reads them. */
const struct call calls[] = {
    {"SSL_shutdown", NOTHING, RETURNS(call_shutdown)},
    {"SSL_read", BYTES, RETURNS(call_read)},
    {"SSL_peek", BYTES, RETURNS(call_peek)},
    {"SSL_write", BYTES, RETURNS(call_write)},
    {"SSL_read_ex", BYTES, COUNTS(call_read_ex)},
    {"SSL_peek_ex", BYTES, COUNTS(call_peek_ex)},
    {"SSL_write_ex", BYTES, COUNTS(call_write_ex)},
    {"SSL_do_handshake", NOTHING, RETURNS(call_do_handshake)},
    {"SSL_renegotiate", NOTHING, RETURNS(call_renegotiate)},
    {"SSL_key_update", WORDS("not_requested", "requested"), RETURNS(call_key_update)},
    {"SSL_clear", NOTHING, RETURNS(call_clear)},
    {"SSL_free", NOTHING, SILENT(call_free)},
    {"SSL_set_shutdown", WORDS("0", "SENT", "RECEIVED", "SENT|RECEIVED"), SILENT(call_set_shutdown)},
    {"SSL_set_quiet_shutdown", WORDS("0", "1"), SILENT(call_set_quiet_shutdown)},
    {"SSL_set_options", WORDS("IGNORE_UNEXPECTED_EOF"), SILENT(call_set_options)},
    {"SSL_set_mode", WORDS("AUTO_RETRY", "ENABLE_PARTIAL_WRITE", "ACCEPT_MOVING_WRITE_BUFFER"), SILENT(call_set_mode)},
    {"SSL_clear_mode", WORDS("AUTO_RETRY", "ENABLE_PARTIAL_WRITE", "ACCEPT_MOVING_WRITE_BUFFER"), SILENT(call_clear_mode)},
    {"BIO_set_nbio", WORDS("0", "1"), SILENT(call_set_nbio), .blocking = true},
    {"close", NOTHING, SILENT(call_close), .socket = true},
    {"keep_errors", WORDS("off", "on"), SILENT(call_keep_errors)},
    {NULL, NOTHING, .silent = NULL},
};
