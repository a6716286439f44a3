/* Two peers and what connects them. */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>
#include <time.h>

#include "peer.h"
#include "real_transport.h"
#include "records.h"
#include "run.h"
#include "script.h"
#include "stream.h"

struct world {
    struct stream wires[2];          /* C2S and S2C, in this order */
    struct peer peers[2];            /* CLIENT and SERVER */
    struct real_transport transport; /* used instead of the streams if it is on */
    struct records records;
    bool memory;                     /* the streams stand for memory BIOs */
    bool sockets;                    /* the peers have sockets, real ones or those of the streams */
    bool blocking;                   /* calls may block, so each peer makes them in its coroutine */
    struct blockable_call calls[2];   /* by peer: the last call in its coroutine or process */
    struct timespec clock;            /* of the programs */
};

/* Makes the streams, and the contexts of the peers. */
void world_open(struct world *w, const struct script *s, const struct identity *id);

/*
 * Makes the connection and starts the processes that the script starts with. If always_streams, it passes through
 * the streams even if real sockets could take all steps of the script.
 */
void world_connect(struct world *w, const struct script *s, bool always_streams);

/* Takes a step of the network. */
void world_network(struct world *w, const struct step *step);

/* What poll(2) answers to POLLIN and POLLOUT on the peer's socket, -1 if it has none that is open. */
int world_poll(const struct world *w, enum subject peer);

/* shutdown(2) with SHUT_WR of the peer's socket, which must be open. Returns 0 or the errno. */
int world_shutdown(struct world *w, enum subject peer);

/* close(2) of the peer's socket, which must be open. */
void world_close_socket(struct world *w, enum subject peer);

void world_close(struct world *w);

#endif
