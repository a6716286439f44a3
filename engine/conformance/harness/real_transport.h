/* What connects the peers when no step of the network has to be done to it. */
#ifndef REAL_TRANSPORT_H
#define REAL_TRANSPORT_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

#include "stream.h"

/*
 * A real transport in place of the streams: one of OpenSSL's own, or two TCP
 * sockets that are connected over the loopback interface.
 */
struct real_transport {
    bool on;
    BIO *from[2]; /* the BIO that the bytes of C2S, and of S2C, are read from */
    BIO *into[2]; /* and written to, where it is another one */
    int fd[2];    /* the client's socket and the server's, -1 where there is none */
};

/* Connects two peers by a BIO pair that queues size bytes a direction. */
void real_transport_pair(struct real_transport *l, SSL *client, SSL *server, size_t size);

/* Connects two peers by memory BIOs. */
void real_transport_memory(struct real_transport *l, SSL *client, SSL *server);

/*
 * Connects two peers by sockets. What lies on the streams, C2S and S2C, goes into
 * them.
 */
void real_transport_sockets(struct real_transport *l, SSL *client, SSL *server, struct stream streams[2]);

/* Is close(2) of the socket of a peer, 0 for the client and 1 for the server. */
void real_transport_close_socket(struct real_transport *l, int peer);

/* Moves bytes where that has to be done; waits until the kernel has done so. */
void real_transport_settle(const struct real_transport *l);

/* Returns how many bytes are queued in a direction, 0 for C2S and 1 for S2C. */
size_t real_transport_queued(const struct real_transport *l, int direction);

/* Frees the link. */
void real_transport_close(struct real_transport *l);

#endif
