/* The BIO that a peer reads from and writes to: two streams and no socket. */
#ifndef TRANSPORT_H
#define TRANSPORT_H

#include <openssl/ssl.h>

#include "stream.h"

/* The two streams a peer sees; they must outlive the BIO. */
struct wires {
    struct stream *in;
    struct stream *out;
};

/*
 * Returns a new BIO over w that behaves as a non-blocking socket does; if buffered,
 * with OpenSSL's own buffering BIO in front of it.
 */
BIO *transport_new(struct wires *w, bool buffered);

#endif
