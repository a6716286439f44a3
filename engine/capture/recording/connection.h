/* Two peers of the real library whose handshakes are recorded. */
#ifndef CONNECTION_H
#define CONNECTION_H

#include <stdbool.h>

#include "peer.h"
#include "stream.h"

struct connection {
    struct stream wires[2]; /* C2S, S2C */
    struct peer peers[2];   /* CLIENT, SERVER */
    struct records records; /* unused */
    long long printed[2];   /* how far print_bytes has come in each stream */
    bool bytes;             /* print what goes over the wire */
};

/* Makes a connection that has not shaken hands. With bytes, all that goes over the
 * wire is printed, else its handshakes. */
void connection_open(struct connection *c, enum version v, const struct identity *id, bool bytes);

/* From now on, what the handshake sends is kept. */
void recording_begin(void);

/* Prints under a name what has been kept. */
void recording_end(const char *name);

/* Has a peer go on with a handshake, and then read a byte. */
void go_on(struct connection *c, enum subject who);

/* Has both do so until a handshake is through. */
void shake(struct connection *c);

/* Prints what a peer has written since the last time. */
void print_bytes(struct connection *c, enum subject who);

#endif
