/* The BIO that a peer reads from and writes to: two streams and no socket. */
#ifndef STREAM_BIO_H
#define STREAM_BIO_H

#include <openssl/ssl.h>

#include "peer_thread.h"
#include "stream.h"

/* The two streams a peer sees; they must outlive the BIO. */
struct wires {
    struct stream *in;
    struct stream *out;
    struct peer_thread *blocks; /* in a call that must wait; NULL: the call returns */
};

/*
 * Returns a new BIO over w that behaves as a socket does; if buffered,
 * with OpenSSL's own buffering BIO in front of it.
 */
BIO *stream_bio_new(struct wires *w, bool buffered);

#endif
