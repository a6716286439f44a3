/* Doing a script's steps. */
#ifndef RUN_H
#define RUN_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "real_transport.h"
#include "peer.h"
#include "records.h"
#include "script.h"
#include "stream.h"

/* What a call returned. */
struct outcome {
    bool returned; /* the call returns something, and did */
    bool blocked;  /* it has not returned yet */
    int ret;
    int error;          /* SSL_get_error of it */
    const char *reason; /* of the oldest queued error */
};

/* A call of a peer that may return in a later step. */
struct late {
    const struct step *step;
    size_t n; /* of the step, from 1 */
    struct outcome outcome;
    bool blocked;  /* it has not returned yet */
    int returned;  /* it has in this step, as the first or the second; else 0 */
};

/* Two peers and the streams between them. */
struct world {
    struct stream wires[2]; /* C2S, S2C less C2S */
    struct peer peers[2];   /* CLIENT, SERVER */
    struct real_transport transport;       /* in place of the streams, if it is on */
    struct records records;
    bool blocking; /* calls may block */
    bool memory;   /* the streams stand for memory BIOs */
    struct late late[2];
};

/* Makes the streams and what each peer needs once, however often it connects. */
void world_open(struct world *w, const struct script *s, const struct identity *id);

/* Goes from nothing to the connection that the script starts with. */
void world_connect(struct world *w, const struct script *s);

void world_close(struct world *w);

/*
 * Does one step of a script that does not block; notes neither its records nor the
 * reason of an error.
 */
struct outcome world_do(struct world *w, const struct step *step);

/* Does step n, from 1, and notes all of it. */
struct outcome world_step(struct world *w, const struct step *step, size_t n);

/* Reports whether both peers are blocked and no byte is in flight. */
bool world_deadlocked(const struct world *w);

#endif
