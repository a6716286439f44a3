/* Closes quietly after an error, and otherwise makes up to two calls. */
#include <openssl/ssl.h>
enum mode { NORMAL, NO_WAIT, NO_SEND, FAILED };
static enum mode choose(SSL *ssl)
{
    if (SSL_in_init(ssl))
        return FAILED;
    if (SSL_get_shutdown(ssl) & SSL_RECEIVED_SHUTDOWN)
        return NO_WAIT;
    return SSL_pending(ssl) > 0 ? NO_SEND : NORMAL;
}
void close_ssl(SSL *ssl)
{
    int n, sslerr = 0, err = 0, i, mode = SSL_get_shutdown(ssl);
    switch (choose(ssl)) {
    case FAILED:
        SSL_set_quiet_shutdown(ssl, 1);
        break;
    case NO_WAIT:
        mode |= SSL_RECEIVED_SHUTDOWN;
        SSL_set_quiet_shutdown(ssl, 1);
        goto set;
    case NO_SEND:
        mode |= SSL_SENT_SHUTDOWN;
    set:
        SSL_set_shutdown(ssl, mode);
        break;
    case NORMAL:
        ;
    }
    ERR_clear_error();
    for (i = 0; i < 2; i++) {
        n = SSL_shutdown(ssl);
        if (n == 1)
            goto done;
        if (n == 0)
            continue;
        sslerr = SSL_get_error(ssl, n);
        if (sslerr == SSL_ERROR_WANT_READ || sslerr == SSL_ERROR_WANT_WRITE) {
            fd_set r, w;
            struct timeval tv = { 1, 500 * 1000 };
            int fd = SSL_get_fd(ssl);
            if (fd < 0 || fd >= FD_SETSIZE)
                break;
            FD_ZERO(&r);
            FD_ZERO(&w);
            FD_SET(fd, sslerr == SSL_ERROR_WANT_READ ? &r : &w);
            if (select(fd + 1, &r, &w, NULL, &tv) <= 0)
                break;
            continue;
        }
        err = sslerr == SSL_ERROR_SYSCALL ? errno : 0;
        break;
    }
    printf("SSL_shutdown failed: %d (%d: %s)\n", sslerr, err, err ? strerror(err) : "Success");
done:
    SSL_free(ssl);
}
