/* Waits until the call can be made again; 0 if it cannot, or late. */
static int again(SSL *ssl, int ret, time_t end)
{
    struct pollfd p = {.fd = SSL_get_fd(ssl), .events = POLLIN};
    long left = end - time(NULL);
    int error = SSL_get_error(ssl, ret);

    if (error == SSL_ERROR_WANT_WRITE)
        p.events = POLLOUT;
    else if (error != SSL_ERROR_WANT_READ)
        return ret > 0 && left > 0;
    return left > 0 && poll(&p, 1, left * 1000) > 0;
}

int main(SSL *ssl)
{
    char rest[4096];
    int n, error, ret, fd = SSL_get_fd(ssl);
    time_t end = time(NULL) + 5; /* calls that block would miss it */

    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    do { /* send close_notify */
        ERR_clear_error(); /* SSL_get_error looks at the queue */
        ret = SSL_shutdown(ssl);
    } while (ret < 0 && again(ssl, ret, end));
    if (ret == 0) { /* read on, up to the peer's close_notify */
        do {
            ERR_clear_error();
            n = SSL_read(ssl, rest, sizeof rest);
        } while (again(ssl, n, end));
        error = SSL_get_error(ssl, n);
        if (error == SSL_ERROR_ZERO_RETURN)
            ret = SSL_shutdown(ssl);
        else if (error == SSL_ERROR_SSL || error == SSL_ERROR_SYSCALL)
            ret = -1; /* no SSL_shutdown after these */
    }
    puts(ret == 1 ? "both sides are closed" :
         ret == 0 ? "only our side is closed" : "failed");
    return ret == 1 ? 0 : 1;
}
