/* Sends close_notify and goes. It never learns whether the peer
   closed too, or what it still had to say. That is allowed if the
   protocol itself tells where the peer's data end. */
int main(SSL *ssl)
{
    int ret = SSL_shutdown(ssl);

    if (ret < 0) {
        printf("failed with error %d\n", SSL_get_error(ssl, ret));
        return 1;
    }
    puts(ret == 1 ? "both sides are closed" : "our side is closed");
    return 0;
}
