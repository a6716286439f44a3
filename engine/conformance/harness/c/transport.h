/* What connects the peers: the streams, or a transport that is not ours. */
#ifndef TRANSPORT_H
#define TRANSPORT_H

#include "step.h"

struct world;

/* Directions are numbered 0 for C2S and 1 for S2C, so a sender has the number of its direction. */
struct transport_functions {
    /* Takes a step of the network. */
    void (*step)(struct world *w, const struct step *step);

    /* What poll(2) answers to POLLIN and POLLOUT on the peer's socket, which must be open. */
    short (*poll)(const struct world *w, enum subject peer);
    bool (*is_open)(const struct world *w, enum subject peer);

    /* shutdown(2) with SHUT_WR of the peer's socket, which must be open. Returns 0 or the errno. */
    int (*shutdown)(struct world *w, enum subject peer);

    /* close(2) of the peer's socket. */
    void (*close_socket)(struct world *w, enum subject peer);

    /* Makes what was written readable after a call. */
    void (*settle)(struct world *w);

    /* How many bytes are queued in a direction, and how many of them are readable. */
    long long (*queued)(const struct world *w, int direction);
    long long (*readable)(const struct world *w, int direction);

    void (*close)(struct world *w);
};

/* The streams. */
extern const struct transport_functions streams;

#endif
