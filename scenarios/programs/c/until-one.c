/* Calls SSL_shutdown until it returns 1. It never looks at an error:
   it spins while the peer is silent, and for ever if data arrive or
   the connection is lost. */
int main(SSL *ssl)
{
    int calls = 1;

    while (SSL_shutdown(ssl) != 1)
        calls++;
    printf("closed by call %d\n", calls);
    return 0;
}
