/* Takes the steps of a script. */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "error_queue.h"
#include "script.h"

struct world;

/* What the trace has of a call that has returned. */
enum keys {
    KEYS_NONE,   /* nothing */
    KEYS_RET,    /* ret */
    KEYS_SYSTEM, /* ret and errno, of a system call */
    KEYS_SSL,    /* these, SSL_get_error and the queue */
};

/* What a program did in a step. */
struct ran {
    const char *call; /* the call that it made, NULL if none */
    int line;         /* of the call */
    char *output;     /* what it has printed since its step before */
    size_t size;      /* of the output, in bytes */
    enum { GOES_ON, ENDED, ABORTED, HALTED } end; /* how it ended; HALTED is "stopped" in the trace */
    int exit;         /* if it has ENDED */
    char halted[128]; /* if it is HALTED: why */
};

/* What a step did: what its call returned. */
struct outcome {
    enum keys keys;
    bool blocked; /* it has not returned yet */
    long long ret;
    bool counts;  /* it is an _ex call */
    size_t bytes; /* what an _ex call wrote into its last argument */
    bool polls;   /* it is poll */
    short revents; /* what poll has answered, over all entries */
    int error;            /* SSL_get_error of ret */
    int error_number;     /* errno after the call */
    struct errors errors; /* in the queue after the call */
    const struct ran *ran; /* of a program, NULL if none did anything */
};

/* A call made in its peer's runner, which may return in a later step. */
struct blockable_call {
    size_t n; /* the number of the step, from 1 */
    struct outcome outcome;
    bool blocked;         /* it has not returned yet */
    struct errors errors; /* what it had queued when it blocked */
    int returned; /* 1 or 2 if it was the first or the second to return late in this step, else 0 */
};

/*
 * Takes one step of a script in which no call may block and there is no program. The outcome has no errors of the
 * queue, and no records are noted.
 */
struct outcome world_do(struct world *w, const struct step *step);

/* Takes step n, counted from 1, with records and queued errors. */
struct outcome world_step(struct world *w, const struct step *step, size_t n);

#endif
