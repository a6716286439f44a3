/* Takes the steps of a script. */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "script.h"

struct world;

/* What a call returned. */
struct outcome {
    bool returned; /* the call returns something, and has done so */
    bool blocked;  /* it has not returned yet */
    int ret;
    int error;          /* SSL_get_error of ret */
    const char *reason; /* of the oldest error in the queue, "" if there is none */
};

/* A call made in its peer's thread, which may return in a later step. */
struct threaded_call {
    const struct step *step;
    size_t n; /* the number of the step, from 1 */
    struct outcome outcome;
    bool blocked; /* it has not returned yet */
    int returned; /* 1 or 2 if it was the first or the second to return late in this step, else 0 */
};

/*
 * Takes one step of a script in which no call may block. The outcome has no reason, and
 * no records are noted.
 */
struct outcome world_do(struct world *w, const struct step *step);

/* The reason of the oldest error in the queue, "" for none or for one of the system's. */
const char *oldest_reason(void);

/* Takes step n, counted from 1, with records and reason. */
struct outcome world_step(struct world *w, const struct step *step, size_t n);

#endif
