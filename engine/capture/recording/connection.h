/* A connection between two peers of the real library whose handshakes are recorded. */
#ifndef CONNECTION_H
#define CONNECTION_H

#include <stdbool.h>

#include "peer.h"
#include "stream.h"

struct connection {
    struct stream wires[2]; /* C2S, S2C */
    struct peer peers[2];   /* CLIENT, SERVER */
    struct records records; /* required by peer_begin, not used here */
    long long printed[2];   /* position in each stream up to which it is printed */
    bool print_wire;        /* print the bytes that the peers write */
};

/* Opens a connection before its handshake. */
void connection_open(struct connection *c, enum version v, const struct identity *id,
                     bool print_wire);

/* Starts to record handshake messages and secrets. */
void recording_begin(void);

/* Prints the recorded handshake under a name. */
void recording_end(const char *name);

/* Has a peer call SSL_do_handshake and then SSL_read once. */
void continue_handshake(struct connection *c, enum subject who);

/* Has both peers do so until the handshake is complete. */
void complete_handshake(struct connection *c);

/* Prints what a peer has written since the last call, if c->print_wire. */
void print_written(struct connection *c, enum subject who);

#endif
