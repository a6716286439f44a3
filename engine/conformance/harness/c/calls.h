/* The calls that a peer can make. */
#ifndef CALLS_H
#define CALLS_H

#include <stdbool.h>
#include <stddef.h>

#include "argument.h"

struct peer;

struct call {
    const char *word; /* in scripts */
    struct argument argument;

    /* What makes the call; n is the argument's value. A call has one of the three. */
    int (*returns)(struct peer *p, int n);
    int (*counts)(struct peer *p, int n, size_t *bytes); /* for an _ex call: bytes is its last argument */
    void (*silent)(struct peer *p, int n);               /* for a call that returns nothing */

    bool socket;   /* it acts on the peer's socket, which outlives the SSL object */
    bool blocking; /* with the argument 0, later calls of the peer may block */
};

/* The calls, up to one without a word. */
extern const struct call calls[];

#endif
