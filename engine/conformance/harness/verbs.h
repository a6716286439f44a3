/* The vocabulary of the script language, as data. */
#ifndef VERBS_H
#define VERBS_H

#include <stdbool.h>

#include "script.h"

/* The largest number of bytes that a direction may be told to hold. */
#define MAX_CAPACITY (1L << 30)

/* What stands behind a verb. */
struct verb_spec {
    const char *word;         /* one word or two */
    bool network;             /* a step of the network, not of a peer */
    const char *const *words; /* the words that may follow; n is the index */
    long most;                /* or else the largest number that may, 0 for nothing */
    bool all;                 /* "all" may stand for the number */
};

/* Indexed by enum verb. */
extern const struct verb_spec verbs[VERB_COUNT];

/* Indexed by enum subject. */
extern const char *const subjects[];

#endif
