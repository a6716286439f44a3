/* Prints the trace, for people to read. */
#ifndef TRACE_TEXT_H
#define TRACE_TEXT_H

#include <stdio.h>

#include "world.h"

/* Prints what step n did, and then the flags of both peers and the bytes on the wire. */
void trace_text(FILE *out, size_t n, const struct step *step, const struct outcome *o,
                const struct world *w);

#endif
