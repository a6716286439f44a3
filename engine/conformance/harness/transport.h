/* The BIO that a peer reads from and writes to: two streams and no socket. */
#ifndef TRANSPORT_H
#define TRANSPORT_H

#include <openssl/ssl.h>

#include "actor.h"
#include "stream.h"

/* The two streams a peer sees; they must outlive the BIO. */
struct wires {
    struct stream *in;
    struct stream *out;
    struct actor *blocks; /* in a call that must wait; NULL: the call returns */
};

/*
 * Returns a new BIO over w that behaves as a socket does; if buffered,
 * with OpenSSL's own buffering BIO in front of it.
 */
BIO *transport_new(struct wires *w, bool buffered);

#endif
