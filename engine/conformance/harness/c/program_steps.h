/* The steps of a peer's program. */
#ifndef PROGRAM_STEPS_H
#define PROGRAM_STEPS_H

#include <stddef.h>

struct outcome;
struct peer_program;

struct program_step {
    const char *word; /* in scripts */
    struct outcome (*take)(struct peer_program *g, size_t n); /* n is the number of the step */
};

/* The steps, next first, up to one without a word. */
extern const struct program_step program_steps[];

#endif
