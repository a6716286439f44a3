/* Doing a script's steps. */
#ifndef RUN_H
#define RUN_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "link.h"
#include "peer.h"
#include "records.h"
#include "script.h"
#include "stream.h"

/* Two peers and the streams between them. */
struct world {
    struct stream wires[2]; /* C2S, S2C less C2S */
    struct peer peers[2];   /* CLIENT, SERVER */
    struct link link;       /* in place of the streams, if it is on */
    struct records records;
};

/* What a call returned. */
struct outcome {
    bool returned; /* the call returns something, and did */
    int ret;
    int error;          /* SSL_get_error of it */
    const char *reason; /* of the oldest queued error */
};

/* Makes the streams and what each peer needs once, however often it connects. */
void world_open(struct world *w, const struct script *s, const struct identity *id);

/* Goes from nothing to the connection that the script starts with. */
void world_connect(struct world *w, const struct script *s);

void world_close(struct world *w);

/* Does one step; notes neither its records nor the reason of an error. */
struct outcome world_do(struct world *w, const struct step *step);

/* Does one step and notes all of it. */
struct outcome world_step(struct world *w, const struct step *step);

#endif
