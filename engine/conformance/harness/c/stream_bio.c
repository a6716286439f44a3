#include "stream_bio.h"

#include <errno.h>

#include "fail.h"

/* Returns what the BIO returns for n of the socket. flag is BIO_FLAGS_READ or BIO_FLAGS_WRITE. */
static int result(BIO *b, int n, int flag)
{
    const struct tcp_socket *s = BIO_get_data(b);

    BIO_clear_retry_flags(b);
    if (n >= 0)
        return n;
    if (n == -EAGAIN)
        BIO_set_flags(b, flag | BIO_FLAGS_SHOULD_RETRY);
    if (n != -EAGAIN || !s->no_eagain)
        errno = -n;
    return -1;
}

/* From 4.0 on, a socket BIO forgets the end of the stream in its next read (sock_read). */
static void forget_eof(BIO *b)
{
#if OPENSSL_VERSION_NUMBER >= 0x40000000L
    BIO_clear_flags(b, BIO_FLAGS_IN_EOF);
#else
    (void)b;
#endif
}

static int stream_bio_read(BIO *b, char *to, int want)
{
    int n = tcp_socket_read(BIO_get_data(b), to, want);

    forget_eof(b);
    if (n == 0)
        BIO_set_flags(b, BIO_FLAGS_IN_EOF); /* as sock_read does */
    return result(b, n, BIO_FLAGS_READ);
}

static int stream_bio_write(BIO *b, const char *from, int len)
{
    return result(b, tcp_socket_write(BIO_get_data(b), from, len), BIO_FLAGS_WRITE);
}

static long stream_bio_ctrl(BIO *b, int cmd, long number, void *pointer)
{
    (void)number;
    (void)pointer;
    switch (cmd) {
    case BIO_CTRL_FLUSH:
        return 1;
    case BIO_CTRL_EOF: /* OpenSSL 3 asks after a read that returned 0 or less */
        return BIO_test_flags(b, BIO_FLAGS_IN_EOF) != 0;
    }
    return 0;
}

static int stream_bio_create(BIO *b)
{
    BIO_set_init(b, 1);
    return 1;
}

static BIO_METHOD *stream_bio_method(void)
{
    static BIO_METHOD *m;

    if (m != NULL)
        return m;
    m = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "streams");
    if (m == NULL || !BIO_meth_set_read(m, stream_bio_read) ||
        !BIO_meth_set_write(m, stream_bio_write) ||
        !BIO_meth_set_ctrl(m, stream_bio_ctrl) ||
        !BIO_meth_set_create(m, stream_bio_create))
        fail("cannot make the BIO method");
    return m;
}

BIO *stream_bio_new(struct tcp_socket *s, bool buffered)
{
    BIO *b = BIO_new(stream_bio_method());

    if (b == NULL)
        fail("cannot make a BIO");
    BIO_set_data(b, s);
    return buffered ? buffered_bio(b) : b;
}

BIO *buffered_bio(BIO *b)
{
    BIO *buffer = BIO_new(BIO_f_buffer());

    if (buffer == NULL)
        fail("cannot make a buffering BIO");
    return BIO_push(buffer, b);
}
