/* A transport that is not ours: OpenSSL's own BIOs, or the kernel's TCP. */
#ifndef REAL_TRANSPORT_H
#define REAL_TRANSPORT_H

#include "script.h"
#include "world.h"

/*
 * Lets a real transport connect the peers instead of the streams, if it can take all steps of
 * the script. The world has been connected, and no program has been started.
 */
void real_transport_connect(struct world *w, const struct script *s);

#endif
