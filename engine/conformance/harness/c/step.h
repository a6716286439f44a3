/* The steps of a script. */
#ifndef STEP_H
#define STEP_H

#include <stdbool.h>
#include <stddef.h>

#include "calls.h"
#include "network.h"
#include "program_steps.h"

/* The peer that makes a call, or the direction that a network step acts on. */
enum subject { CLIENT, SERVER, C2S, S2C };

/* The words of the subjects, up to NULL. */
extern const char *const subjects[];

/* A step has one of the three pointers, or runs. */
struct step {
    enum subject subject;
    const struct call *call;
    const struct network_step *network;
    const struct program_step *program;
    bool runs; /* it is run, which has no subject */
    long n;    /* the argument's value */
};

/* The most words of a line. */
#define MAX_WORDS 6

/* Splits a line at its blanks into at most MAX_WORDS + 1 words, and returns how many. */
int split_words(char *line, char **words);

/*
 * Reads a step that has a subject from its words. Returns false if it is none, with the reason
 * in why.
 */
bool step_read(struct step *step, char **words, int count, char *why, size_t size);

/* Writes the step as one line of a script, with single blanks. */
void step_text(const struct step *step, char *to, size_t size);

/* The word of the step, and its argument. */
const char *step_word(const struct step *step);
const struct argument *step_argument(const struct step *step);

#endif
