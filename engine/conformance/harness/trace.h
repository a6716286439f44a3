/* The trace: one JSON object a step. */
#ifndef TRACE_H
#define TRACE_H

#include <stdio.h>

#include "run.h"

/* Prints what the step did and how everything stands after it. */
void trace_step(FILE *out, size_t n, const struct step *step, const struct outcome *o,
                const struct world *w);

/* Prints why a script is refused. */
void trace_error(FILE *out, const char *why);

#endif
