/*
 * The lengths of handshake messages. Releases write some that differ by a few bytes, so a hello
 * and a ticket are filled up here to one length for all. An ECDSA signature takes 70 to 72
 * bytes, at random. So the scenario is played until all signatures have the most frequent
 * length, 71.
 */
#ifndef SIZES_H
#define SIZES_H

#include "world.h"

/* Fills up the messages of a world that is not connected yet, and begins to look at them. */
void sizes_prepare(struct world *w, const struct setup *s);

/* Looks at the messages of a step. */
void sizes_check(const struct records *r);

/* Reports whether all messages had their usual lengths, or that has been tried too often. */
bool sizes_usual(void);

#endif
