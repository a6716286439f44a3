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

/*
 * What OpenSSL itself connects two peers with, instead of streams: a BIO pair, or
 * two memory BIOs. The network can do nothing to them.
 */
struct link {
    bool on;
    BIO *from[2]; /* the BIO that the bytes of C2S, and of S2C, are read from */
};

/* Connects two peers by a BIO pair that queues size bytes a direction. */
void link_pair(struct link *l, SSL *client, SSL *server, size_t size);

/* Connects two peers by memory BIOs. */
void link_memory(struct link *l, SSL *client, SSL *server);

/* Returns how many bytes are queued in a direction, 0 for C2S and 1 for S2C. */
size_t link_queued(const struct link *l, int direction);

void link_close(struct link *l);

#endif
