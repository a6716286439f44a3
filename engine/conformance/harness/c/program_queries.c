/* The queries of a program that the library answers. */
#include <errno.h>
#include <openssl/err.h>

#include "peer_program.h"
#include "peer.h"
#include "script.h"
#include "world.h"

/* Defines program_NAME, which returns what NAME returns. */
#define QUERY(type, name, parameters, arguments)    \
    type program_##name parameters                  \
    {                                               \
        int before = errno;                         \
        struct peer_program *g = program_enter();   \
        type answer = name arguments;               \
                                                    \
        program_leave(g, before);                   \
        return answer;                              \
    }

/* The same for a query of an SSL, which is halted if that is not the peer's. */
#define SSL_QUERY(type, name)                              \
    type program_##name(const SSL *ssl)                    \
    {                                                      \
        int before = errno;                                \
        struct peer_program *g = begin_query(ssl, #name);        \
        type answer = name(g->peer->ssl);                  \
                                                           \
        program_leave(g, before);                          \
        return answer;                                     \
    }

static struct peer_program *begin_query(const SSL *ssl, const char *name)
{
    struct peer_program *g = program_enter();

    if (ssl == NULL || ssl != g->peer->ssl)
        program_halt(g, "%s of an SSL that is NULL, freed or not known", name);
    return g;
}

SSL_QUERY(int, SSL_get_shutdown)
SSL_QUERY(int, SSL_pending)
SSL_QUERY(int, SSL_has_pending)
SSL_QUERY(int, SSL_want)
SSL_QUERY(int, SSL_is_init_finished)
SSL_QUERY(int, SSL_in_init)
SSL_QUERY(int, SSL_in_before)
SSL_QUERY(int, SSL_is_server)
SSL_QUERY(int, SSL_version)
SSL_QUERY(long, SSL_get_mode)
SSL_QUERY(uint64_t, SSL_get_options)
SSL_QUERY(const char *, SSL_state_string_long)
SSL_QUERY(int, SSL_session_reused)
SSL_QUERY(SSL_SESSION *, SSL_get_session)
QUERY(int, SSL_SESSION_is_resumable, (const SSL_SESSION *session), (session))

QUERY(unsigned long, ERR_peek_error, (void), ())
QUERY(unsigned long, ERR_get_error, (void), ())
QUERY(unsigned long, ERR_peek_last_error, (void), ())
QUERY(char *, ERR_error_string, (unsigned long error, char *to), (error, to))
QUERY(const char *, ERR_reason_error_string, (unsigned long error), (error))
QUERY(const char *, ERR_lib_error_string, (unsigned long error), (error))
QUERY(char *, strerror, (int number), (number))

void program_ERR_clear_error(void)
{
    int before = errno;
    struct peer_program *g = program_enter();

    ERR_clear_error();
    program_leave(g, before);
}

void program_ERR_error_string_n(unsigned long error, char *to, size_t size)
{
    int before = errno;
    struct peer_program *g = program_enter();

    ERR_error_string_n(error, to, size);
    program_leave(g, before);
}

int program_SSL_get_error(const SSL *ssl, int ret)
{
    int before = errno;
    struct peer_program *g = begin_query(ssl, "SSL_get_error");
    int answer = SSL_get_error(ssl, ret);

    program_leave(g, before);
    return answer;
}

/* Also SSL_get_rfd and SSL_get_wfd. */
int program_SSL_get_fd(const SSL *ssl)
{
    int before = errno;
    struct peer_program *g = begin_query(ssl, "SSL_get_fd");
    int answer = g->world->sockets ? PROGRAM_FD : -1;

    program_leave(g, before);
    return answer;
}
