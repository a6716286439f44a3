/* Measures how long OpenSSL takes for scripts, without a trace. */
#ifndef TIMING_H
#define TIMING_H

#include <stdio.h>

#include "identity.h"
#include "script.h"

/* Sums over all scripts; times are in nanoseconds. */
struct timing {
    long long scripts, steps;
    long long whole;    /* from the SSL objects to the last step, contexts and keys excluded */
    long long stepping; /* the steps alone */
};

/* Runs the script and adds the time it took. */
void timing_run(struct timing *t, const struct script *s, const struct identity *id);

/* Prints the sums as a JSON object. */
void timing_print(FILE *out, const struct timing *t);

#endif
