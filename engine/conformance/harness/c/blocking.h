/* Calls that may block: each peer makes its own in its runner. */
#ifndef BLOCKING_H
#define BLOCKING_H

#include "world.h"

/* Makes the call of step n in the peer's runner. Does nothing if a call waits there. */
struct outcome blocking_call(struct world *w, const struct step *step, size_t n);

/* Continues the blocked calls until none of them can get any further. */
void blocking_resume(struct world *w);

/* Reports whether both peers are blocked without a time limit and no byte is in flight. */
bool blocking_deadlock(const struct world *w);

#endif
