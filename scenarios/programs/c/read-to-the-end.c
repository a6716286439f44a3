/* Sends close_notify, reads what the peer still sends, and calls
   again. That is right on a blocking socket. On a non-blocking one,
   SSL_read fails when nothing has arrived yet. */
int main(SSL *ssl)
{
    char data[1024];
    int n, total = 0;

    if (SSL_shutdown(ssl) < 0) {
        puts("close_notify was not sent");
        return 1;
    }
    while ((n = SSL_read(ssl, data, sizeof data)) > 0)
        total += n;
    printf("%d bytes, error %d\n", total, SSL_get_error(ssl, n));
    return SSL_shutdown(ssl) == 1 ? 0 : 1;
}
