/* Prints the trace: one JSON object for each step. */
#ifndef TRACE_H
#define TRACE_H

#include <stdio.h>

#include "world.h"

/*
 * Prints the outcome of step n, and the state of everything after it. bound says that it is
 * the last one of a run that was cut off.
 */
void trace_step(FILE *out, size_t n, const struct step *step, const struct outcome *o,
                const struct world *w, bool bound);

/* Prints why a script is refused. */
void trace_error(FILE *out, const char *why);

#endif
