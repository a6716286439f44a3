/* The BIO that a peer reads from and writes to: two streams, no socket. */
#ifndef STREAM_BIO_H
#define STREAM_BIO_H

#include <openssl/ssl.h>

#include "coroutine.h"
#include "stream.h"

/* The two streams of a peer. They must outlive the BIO. */
struct wires {
    struct stream *in;
    struct stream *out;
    bool sockets;               /* they stand for a socket, which sets errno for a retry */
    struct coroutine *blocks;   /* what waits in a blocking BIO; NULL: non-blocking */
};

/*
 * Returns a new BIO that behaves towards the streams as a socket BIO does towards its
 * socket. If buffered, a BIO_f_buffer is pushed onto it.
 */
BIO *stream_bio_new(struct wires *w, bool buffered);

#endif
