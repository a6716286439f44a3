/* What main does. */
#ifndef REPRODUCE_H
#define REPRODUCE_H

/* Makes two peers and connects them. size is that of a bio-pair, in bytes. */
void begin(const char *version, const char *start, const char *transport, int size);

/* Takes a step and prints what it did. */
void step(const char *line);

/* Frees everything. */
int end(void);

#endif
