#include "stream_bio.h"

#include <errno.h>

#include "fail.h"

/* Memory BIOs and BIO pairs do not set errno. */
static void note_retry(const struct wires *w)
{
    if (w->sockets)
        errno = EAGAIN;
}

static int stream_bio_read(BIO *b, char *to, int want)
{
    struct wires *w = BIO_get_data(b);
    int n = stream_read(w->in, to, want);

    while (n == STREAM_RETRY && w->blocks != NULL && coroutine_block(w->blocks))
        n = stream_read(w->in, to, want);
    BIO_clear_retry_flags(b);
    switch (n) {
    case STREAM_RETRY:
        BIO_set_retry_read(b);
        note_retry(w);
        return -1;
    case STREAM_RESET:
        errno = ECONNRESET;
        return -1;
    case STREAM_EOF:
        BIO_set_flags(b, BIO_FLAGS_IN_EOF); /* as sock_read does; it stays set */
    }
    return n;
}

/*
 * Writes as write(2) does to a blocking socket: it returns when everything is written. If
 * it fails after a part of that, it returns the length of the part (tcp_sendmsg_locked).
 */
static int write_all(struct wires *w, const char *from, int len)
{
    int done = 0, n;

    do {
        n = stream_write(w->out, from + done, len - done);
        if (n > 0)
            done += n;
    } while (done < len && (n > 0 || (n == STREAM_FULL && coroutine_block(w->blocks))));
    return done > 0 ? done : n;
}

static int stream_bio_write(BIO *b, const char *from, int len)
{
    struct wires *w = BIO_get_data(b);
    int n = w->blocks != NULL ? write_all(w, from, len) : stream_write(w->out, from, len);

    BIO_clear_retry_flags(b);
    switch (n) {
    case STREAM_FULL:
        BIO_set_retry_write(b);
        note_retry(w);
        return -1;
    case STREAM_BROKEN:
        errno = EPIPE;
        return -1;
    }
    return n;
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

BIO *stream_bio_new(struct wires *w, bool buffered)
{
    BIO *b = BIO_new(stream_bio_method());
    BIO *buffer = buffered ? BIO_new(BIO_f_buffer()) : NULL;

    if (b == NULL || (buffered && buffer == NULL))
        fail("cannot make a BIO");
    BIO_set_data(b, w);
    return buffered ? BIO_push(buffer, b) : b;
}
