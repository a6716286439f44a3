/* What the network can do to one direction. */
#ifndef NETWORK_H
#define NETWORK_H

#include "argument.h"
#include "stream.h"

struct network_step {
    const char *word; /* in scripts: one word or two */
    struct argument argument;
    void (*act)(struct stream *s, long n); /* n is the argument's value; NULL for shutdown(2) */
    bool shuts_down; /* it is shutdown(2) of the sender's socket with SHUT_WR */
};

/* The steps, up to one without a word. */
extern const struct network_step network_steps[];

#endif
