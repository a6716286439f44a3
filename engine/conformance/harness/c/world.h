/* Two peers and what connects them. */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>
#include <time.h>

#include "peer.h"
#include "records.h"
#include "run.h"
#include "script.h"
#include "stream.h"
#include "transport.h"

struct world {
    struct stream wires[2];         /* C2S and S2C, in this order */
    struct peer peers[2];           /* CLIENT and SERVER */
    const struct transport_functions *transport; /* the streams, or what is used instead */
    struct real_transport *real;    /* that */
    struct records records;
    bool memory;                    /* the streams stand for memory BIOs */
    bool sockets;                   /* the peers have sockets, real ones or those of the streams */
    struct blockable_call calls[2]; /* by peer: the last call in its runner */
    struct timespec clock;          /* of the programs */
};

/* Makes the streams, and the contexts of the peers. */
void world_open(struct world *w, const struct setup *s, const struct identity *id);

/* Makes the connection. It passes through the streams. */
void world_connect(struct world *w, const struct setup *s);

/* Gives the peers stacks of their own, so that their calls may block. */
void world_make_blockable(struct world *w);

/* What poll(2) answers to POLLIN and POLLOUT on the peer's socket, -1 if it has none that is open. */
int world_poll(const struct world *w, enum subject peer);

void world_close(struct world *w);

#endif
