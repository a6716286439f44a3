/* The calls of a program that SSL objects have. */
#include <errno.h>

#include "peer_program.h"
#include "world.h"

/* Halts the program if ssl is not the peer's, or the peer has freed it. */
static void check_ssl(struct peer_program *g, const char *name, const SSL *ssl)
{
    if (ssl == NULL)
        program_halt(g, "%s of NULL", name);
    if (ssl != g->peer->ssl)
        program_halt(g, "%s of an SSL that is freed or not known", name);
}

static struct peer_program *begin_ssl(int line, const char *name, SSL *ssl)
{
    struct peer_program *g = program_enter();

    check_ssl(g, name, ssl);
    return program_call(line, name);
}

/* Notes what the call has returned. */
static struct outcome *note_ssl(struct peer_program *g, int ret)
{
    struct outcome *o = program_outcome(g);
    int number = errno; /* before anything else can change it */

    *o = (struct outcome){.keys = KEYS_SSL, .ret = ret, .error_number = number};
    o->error = SSL_get_error(g->peer->ssl, ret);
    o->errors = queued_errors();
    errno = number;
    return o;
}

static int end_ssl(struct peer_program *g, int ret)
{
    note_ssl(g, ret);
    program_return(g);
    return ret;
}

static int end_ex(struct peer_program *g, int ret, const size_t *bytes)
{
    struct outcome *o = note_ssl(g, ret);

    o->counts = true;
    o->bytes = ret > 0 ? *bytes : 0;
    program_return(g);
    return ret;
}

/* Ends a call that sets the options or modes to this value. */
static unsigned long end_set(struct peer_program *g, unsigned long value)
{
    *program_outcome(g) = (struct outcome){.keys = KEYS_RET, .ret = (long long)value};
    program_return(g);
    return value;
}

int program_SSL_read(int line, SSL *ssl, void *to, int n)
{
    struct peer_program *g = begin_ssl(line, "SSL_read", ssl);

    return end_ssl(g, SSL_read(ssl, to, n));
}

int program_SSL_peek(int line, SSL *ssl, void *to, int n)
{
    struct peer_program *g = begin_ssl(line, "SSL_peek", ssl);

    return end_ssl(g, SSL_peek(ssl, to, n));
}

int program_SSL_write(int line, SSL *ssl, const void *from, int n)
{
    struct peer_program *g = begin_ssl(line, "SSL_write", ssl);

    return end_ssl(g, SSL_write(ssl, from, n));
}

int program_SSL_read_ex(int line, SSL *ssl, void *to, size_t n, size_t *bytes)
{
    struct peer_program *g = begin_ssl(line, "SSL_read_ex", ssl);

    return end_ex(g, SSL_read_ex(ssl, to, n, bytes), bytes);
}

int program_SSL_peek_ex(int line, SSL *ssl, void *to, size_t n, size_t *bytes)
{
    struct peer_program *g = begin_ssl(line, "SSL_peek_ex", ssl);

    return end_ex(g, SSL_peek_ex(ssl, to, n, bytes), bytes);
}

int program_SSL_write_ex(int line, SSL *ssl, const void *from, size_t n, size_t *bytes)
{
    struct peer_program *g = begin_ssl(line, "SSL_write_ex", ssl);

    return end_ex(g, SSL_write_ex(ssl, from, n, bytes), bytes);
}

int program_SSL_shutdown(int line, SSL *ssl)
{
    struct peer_program *g = begin_ssl(line, "SSL_shutdown", ssl);

    return end_ssl(g, SSL_shutdown(ssl));
}

int program_SSL_do_handshake(int line, SSL *ssl)
{
    struct peer_program *g = begin_ssl(line, "SSL_do_handshake", ssl);

    return end_ssl(g, SSL_do_handshake(ssl));
}

int program_SSL_connect(int line, SSL *ssl)
{
    struct peer_program *g = begin_ssl(line, "SSL_connect", ssl);

    return end_ssl(g, SSL_connect(ssl));
}

int program_SSL_accept(int line, SSL *ssl)
{
    struct peer_program *g = begin_ssl(line, "SSL_accept", ssl);

    return end_ssl(g, SSL_accept(ssl));
}

int program_SSL_key_update(int line, SSL *ssl, int type)
{
    struct peer_program *g = begin_ssl(line, "SSL_key_update", ssl);

    return end_ssl(g, SSL_key_update(ssl, type));
}

int program_SSL_renegotiate(int line, SSL *ssl)
{
    struct peer_program *g = begin_ssl(line, "SSL_renegotiate", ssl);

    return end_ssl(g, SSL_renegotiate(ssl));
}

int program_SSL_clear(int line, SSL *ssl)
{
    struct peer_program *g = begin_ssl(line, "SSL_clear", ssl);

    return end_ssl(g, SSL_clear(ssl));
}

void program_SSL_free(int line, SSL *ssl)
{
    struct peer_program *g = program_enter();

    if (ssl != NULL)
        check_ssl(g, "SSL_free", ssl);
    program_call(line, "SSL_free");
    SSL_free(ssl);
    if (ssl != NULL)
        g->peer->ssl = NULL;
    program_return(g);
}

void program_SSL_set_shutdown(int line, SSL *ssl, int flags)
{
    struct peer_program *g = begin_ssl(line, "SSL_set_shutdown", ssl);

    SSL_set_shutdown(ssl, flags);
    program_return(g);
}

void program_SSL_set_quiet_shutdown(int line, SSL *ssl, int on)
{
    struct peer_program *g = begin_ssl(line, "SSL_set_quiet_shutdown", ssl);

    SSL_set_quiet_shutdown(ssl, on);
    program_return(g);
}

uint64_t program_SSL_set_options(int line, SSL *ssl, uint64_t options)
{
    struct peer_program *g = program_enter();
#ifdef SSL_OP_IGNORE_UNEXPECTED_EOF
    const uint64_t known = SSL_OP_IGNORE_UNEXPECTED_EOF;
#else
    const uint64_t known = 0;
#endif

    check_ssl(g, "SSL_set_options", ssl);
    if ((options & ~known) != 0)
        program_halt(g, "SSL_set_options of other options");
    g = program_call(line, "SSL_set_options");
    return end_set(g, SSL_set_options(ssl, options));
}

static struct peer_program *begin_mode(int line, const char *name, SSL *ssl, long mode)
{
    struct peer_program *g = program_enter();

    check_ssl(g, name, ssl);
    if ((mode & ~(long)(SSL_MODE_AUTO_RETRY | SSL_MODE_ENABLE_PARTIAL_WRITE |
                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER)) != 0)
        program_halt(g, "%s of other modes", name);
    return program_call(line, name);
}

long program_SSL_set_mode(int line, SSL *ssl, long mode)
{
    struct peer_program *g = begin_mode(line, "SSL_set_mode", ssl, mode);

    return (long)end_set(g, (unsigned long)SSL_set_mode(ssl, mode));
}

long program_SSL_clear_mode(int line, SSL *ssl, long mode)
{
    struct peer_program *g = begin_mode(line, "SSL_clear_mode", ssl, mode);

    return (long)end_set(g, (unsigned long)SSL_clear_mode(ssl, mode));
}
