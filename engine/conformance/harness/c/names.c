#include "names.h"

#include <poll.h>

const char *error_name(int error)
{
    static const char *const names[] = {
        [SSL_ERROR_NONE] = "SSL_ERROR_NONE",
        [SSL_ERROR_SSL] = "SSL_ERROR_SSL",
        [SSL_ERROR_WANT_READ] = "SSL_ERROR_WANT_READ",
        [SSL_ERROR_WANT_WRITE] = "SSL_ERROR_WANT_WRITE",
        [SSL_ERROR_WANT_X509_LOOKUP] = "SSL_ERROR_WANT_X509_LOOKUP",
        [SSL_ERROR_SYSCALL] = "SSL_ERROR_SYSCALL",
        [SSL_ERROR_ZERO_RETURN] = "SSL_ERROR_ZERO_RETURN",
        [SSL_ERROR_WANT_CONNECT] = "SSL_ERROR_WANT_CONNECT",
        [SSL_ERROR_WANT_ACCEPT] = "SSL_ERROR_WANT_ACCEPT",
    };
    size_t count = sizeof names / sizeof *names;

    return error >= 0 && (size_t)error < count ? names[error] : "other";
}

const char *shutdown_name(int flags)
{
    static const char *const names[] = {"0", "SENT", "RECEIVED", "SENT|RECEIVED"};

    return names[flags & (SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN)];
}

const char *want_name(int want)
{
    switch (want) {
    case SSL_NOTHING:
        return "nothing";
    case SSL_READING:
        return "reading";
    case SSL_WRITING:
        return "writing";
    }
    return "other";
}

const char *state_name(const SSL *ssl)
{
    if (SSL_in_before(ssl)) /* SSL_in_init also holds then */
        return "before";
    return SSL_in_init(ssl) ? "init" : "established";
}

const struct event_name event_names[] = {
    {POLLIN, "in"}, {POLLOUT, "out"}, {POLLHUP, "hup"}, {POLLERR, "err"}, {POLLNVAL, "nval"},
};
const size_t event_count = sizeof event_names / sizeof *event_names;
