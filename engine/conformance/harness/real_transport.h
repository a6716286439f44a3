/* A transport that is not ours: OpenSSL's own BIOs, or the kernel's TCP. */
#ifndef REAL_TRANSPORT_H
#define REAL_TRANSPORT_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

#include "stream.h"

/*
 * Connects the peers instead of the two streams, if no step of the script needs the
 * streams. Directions are numbered 0 for C2S and 1 for S2C, peers 0 for the
 * client and 1 for the server.
 */
struct real_transport {
    bool on;
    BIO *from[2]; /* by direction: the BIO that its reader reads from, NULL for sockets */
    BIO *into[2]; /* the BIO that its writer writes to, if it is another one */
    int fd[2];    /* by peer: its socket, -1 if it has none */
};

/* Connects the peers by a BIO pair that queues size bytes in each direction. */
void real_transport_pair(struct real_transport *t, SSL *client, SSL *server, size_t size);

/* Connects the peers by memory BIOs. */
void real_transport_memory(struct real_transport *t, SSL *client, SSL *server);

/*
 * Connects the peers by two TCP sockets over the loopback interface. What is queued in
 * the streams, C2S and S2C, is sent through them first. If buffered, each peer has a
 * BIO_f_buffer over its socket.
 */
void real_transport_sockets(struct real_transport *t, SSL *client, SSL *server,
                            struct stream streams[2], bool buffered);

/* Calls shutdown(2) with SHUT_WR on the peer's socket, if it is open. Returns 0 or the errno. */
int real_transport_shutdown(const struct real_transport *t, int peer);

/* Calls close(2) on the peer's socket. */
void real_transport_close_socket(struct real_transport *t, int peer);

/* What poll(2) answers to POLLIN and POLLOUT on the peer's socket, which must be open. */
short real_transport_poll(const struct real_transport *t, int peer);

/* Makes all that was written readable: moves it, or waits until the kernel has. */
void real_transport_settle(const struct real_transport *t);

/* Returns how many bytes are queued in a direction. */
size_t real_transport_queued(const struct real_transport *t, int direction);

/* Frees the BIOs and closes the sockets. */
void real_transport_close(struct real_transport *t);

#endif
