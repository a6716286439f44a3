/* What connects the peers when no step of the network has to be done to it. */
#ifndef LINK_H
#define LINK_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

#include "stream.h"

/*
 * A real transport in place of the streams: one of OpenSSL's own, or two TCP
 * sockets that are connected over the loopback interface.
 */
struct link {
    bool on;
    BIO *from[2]; /* the BIO that the bytes of C2S, and of S2C, are read from */
    BIO *into[2]; /* and written to, where it is another one */
    int fd[2];    /* the client's socket and the server's, -1 where there is none */
};

/* Connects two peers by a BIO pair that queues size bytes a direction. */
void link_pair(struct link *l, SSL *client, SSL *server, size_t size);

/* Connects two peers by memory BIOs. */
void link_memory(struct link *l, SSL *client, SSL *server);

/*
 * Connects two peers by sockets. What lies on the streams, C2S and S2C, goes into
 * them.
 */
void link_sockets(struct link *l, SSL *client, SSL *server, struct stream streams[2]);

/* Is close(2) of the socket of a peer, 0 for the client and 1 for the server. */
void link_close_socket(struct link *l, int peer);

/* Moves bytes where that has to be done; waits until the kernel has done so. */
void link_settle(const struct link *l);

/* Returns how many bytes are queued in a direction, 0 for C2S and 1 for S2C. */
size_t link_queued(const struct link *l, int direction);

/* Frees the link. */
void link_close(struct link *l);

#endif
