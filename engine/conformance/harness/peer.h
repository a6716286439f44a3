/* One end of the connection: an SSL object and what it keeps between calls. */
#ifndef PEER_H
#define PEER_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "identity.h"
#include "records.h"
#include "script.h"
#include "stream_bio.h"

struct peer {
    const char *name;
    bool server;
    SSL_CTX *ctx;
    SSL *ssl; /* NULL once freed */
    struct wires wires;
    struct watch watch;
    unsigned long long sent; /* bytes that SSL_write has taken */
    bool keep_errors;
    struct peer_thread thread; /* does the peer's calls in a script where one may block */
};

/* Makes what a peer needs once: its context. */
void peer_open(struct peer *p, enum subject who, enum version v, const struct identity *id);

/* Readies it for a handshake; p->wires must be set. */
void peer_begin(struct peer *p, struct records *records, bool buffered);

/* Frees what is left of it. */
void peer_close(struct peer *p);

/* Completes the handshake of both. */
void peers_connect(struct peer *client, struct peer *server);

/*
 * Has the peer read until nothing is there: a client has its tickets then, and
 * wants to read.
 */
void peer_drain(struct peer *p);

/*
 * Readies the thread for a call of p's. Both peers run on this one thread, and the
 * error queue is the thread's: it starts empty unless p keeps the errors in it,
 * whoever they are of.
 */
void peer_enter(const struct peer *p);

#endif
