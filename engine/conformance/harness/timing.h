/* How long OpenSSL takes, without any trace. */
#ifndef TIMING_H
#define TIMING_H

#include <stdio.h>

#include "identity.h"
#include "script.h"

/* Sums over the scripts that were run, times in nanoseconds. */
struct timing {
    long long scripts, steps;
    long long whole; /* from nothing to the last step, contexts and keys apart */
    long long stepping; /* the steps alone */
};

/* Runs the script and adds how long it took. */
void timing_run(struct timing *t, const struct script *s, const struct identity *id);

/* Prints the sums as a JSON object. */
void timing_print(FILE *out, const struct timing *t);

#endif
