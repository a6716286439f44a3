/* One end of the connection: an SSL object and what it keeps between calls. */
#ifndef PEER_H
#define PEER_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "identity.h"
#include "records.h"
#include "script.h"
#include "transport.h"

/* OpenSSL's error queue holds one less than this. */
#define MAX_ERRORS 16

struct peer {
    const char *name;
    SSL_CTX *ctx;
    SSL *ssl; /* NULL once freed */
    struct wires wires;
    struct watch watch;
    unsigned long long sent; /* bytes that SSL_write has taken */
    bool keep_errors;
    unsigned long errors[MAX_ERRORS]; /* its error queue while the other peer calls */
    int error_count;
};

/* Readies a peer that has not begun its handshake. */
void peer_open(struct peer *p, enum subject who, enum version v, const struct identity *id,
               struct records *records);

/* Frees what is left of it. */
void peer_close(struct peer *p);

/*
 * Completes the handshake of both. Where start says established, both have read
 * until nothing was there: the client has its tickets, and both want to read.
 */
void peers_connect(struct peer *client, struct peer *server, enum start start);

/*
 * A peer is a program of its own: between these two OpenSSL's error queue and
 * errno are its own. The queue starts empty unless the peer keeps its errors.
 */
void peer_enter(struct peer *p);
void peer_leave(struct peer *p);

#endif
