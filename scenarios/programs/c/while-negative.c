/* The first call sends close_notify. The second should wait for the
   peer's, so it is made again while it fails. On a non-blocking socket
   it does not wait: the loop spins. */
int main(SSL *ssl)
{
    int ret;

    SSL_shutdown(ssl);
    do {
        ret = SSL_shutdown(ssl);
    } while (ret < 0);
    printf("closed, %d\n", ret);
    return 0;
}
