/* One end of the connection: an SSL object and what the harness keeps beside it. */
#ifndef PEER_H
#define PEER_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "identity.h"
#include "records.h"
#include "runner.h"
#include "script.h"
#include "tcp_socket.h"

struct peer {
    const char *name;
    bool server;
    SSL_CTX *ctx;
    SSL *ssl; /* NULL after SSL_free */
    struct tcp_socket socket;
    struct world *world;
    struct observer observer;
    unsigned long long written; /* bytes that SSL_write has accepted */
    bool keep_errors;           /* calls start without ERR_clear_error */
    struct runner *runner;        /* makes the calls if they may block, else NULL */
    struct peer_program *program; /* NULL if the peer runs none */
};

/* Makes the context. It serves every connection of the peer. */
void peer_open(struct peer *p, enum subject who, enum version v, const struct identity *id);

/* Makes the SSL object, before any handshake. p->socket must be set. */
void peer_begin(struct peer *p, struct records *records, enum transport transport);

/* Frees the SSL object and the context. */
void peer_close(struct peer *p);

/* Completes the handshake of both. */
void peers_connect(struct peer *client, struct peer *server);

/* Reads until nothing is left. A client then has its tickets, and SSL_want is reading. */
void peer_drain(struct peer *p);

/*
 * Prepares the thread for a call of p: errno is 0, and the error queue is empty unless
 * p keeps errors or has a queue of its own.
 */
void peer_enter(const struct peer *p);

#endif
