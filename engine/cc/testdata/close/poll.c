/* Reads to the end with poll and a time limit, in the manner of event loops. */
#include <openssl/ssl.h>
#include <openssl/err.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define LIMIT_MS 2000

struct conn {
    SSL *ssl;
    int fd;
    bool eof;
    size_t drained;
    time_t began;
};

static const char *word(int err)
{
    switch (err) {
    case SSL_ERROR_NONE: return "none";
    case SSL_ERROR_SSL: return "ssl";
    case SSL_ERROR_WANT_READ: return "want read";
    case SSL_ERROR_WANT_WRITE: return "want write";
    case SSL_ERROR_SYSCALL: return "syscall";
    case SSL_ERROR_ZERO_RETURN: return "zero return";
    default: return "?";
    }
}

static int wait_for(struct conn *c, int err)
{
    struct pollfd p;
    int n;

    memset(&p, 0, sizeof p);
    p.fd = c->fd;
    p.events = err == SSL_ERROR_WANT_WRITE ? POLLOUT : POLLIN;
    do {
        n = poll(&p, 1, LIMIT_MS);
    } while (n < 0 && errno == EINTR);
    if (n == 0)
        fprintf(stderr, "no answer in %d ms\n", LIMIT_MS);
    return n > 0 && !(p.revents & (POLLERR | POLLNVAL));
}

static int drain(struct conn *c)
{
    char buf[4096];

    for (;;) {
        ERR_clear_error();
        int n = SSL_read(c->ssl, buf, sizeof(buf));
        if (n > 0) {
            c->drained += (size_t)n;
            continue;
        }
        int err = SSL_get_error(c->ssl, n);
        printf("read: %s\n", word(err));
        if (err == SSL_ERROR_ZERO_RETURN) {
            c->eof = true;
            return 0;
        }
        if (err != SSL_ERROR_WANT_READ && err != SSL_ERROR_WANT_WRITE) {
#ifdef SSL_R_UNEXPECTED_EOF_WHILE_READING
            unsigned long e = ERR_peek_error();
            if (ERR_GET_REASON(e) == SSL_R_UNEXPECTED_EOF_WHILE_READING)
                printf("truncated\n");
#endif
            return -1;
        }
        if (!wait_for(c, err))
            return -1;
    }
}

int main(SSL *ssl)
{
    struct conn c = { .ssl = ssl, .fd = SSL_get_fd(ssl), .began = time(NULL) };
    int ret, tries = 0;

    while ((ret = SSL_shutdown(ssl)) != 1) {
        if (ret == 0) {
            if (drain(&c) < 0)
                break;
            continue;
        }
        int err = SSL_get_error(ssl, ret);
        if ((err == SSL_ERROR_WANT_READ || err == SSL_ERROR_WANT_WRITE) && ++tries < 3 && wait_for(&c, err))
            continue;
        if (err == SSL_ERROR_SYSCALL && errno != 0)
            perror("SSL_shutdown");
        while ((ret = (int)ERR_get_error()) != 0)
            fprintf(stderr, "%s\n", ERR_reason_error_string((unsigned long)ret));
        break;
    }
    printf("%zu bytes, %s, %ld s\n", c.drained, c.eof ? "closed" : "cut off", (long)(time(NULL) - c.began));
    if (c.fd >= 0)
        shutdown(c.fd, SHUT_WR), close(c.fd);
    SSL_free(ssl);
    return c.eof ? 0 : 1;
}
