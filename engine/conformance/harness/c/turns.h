/* The step run: the programs of both peers take turns. */
#ifndef TURNS_H
#define TURNS_H

#include "script.h"

/* How many calls a run makes at most. */
#define MAX_RUN 1000

struct outcome;
struct world;

/* A run. It begins with zeros. */
struct turns {
    int calls;         /* how many were made, if turns_bound was asked after each step */
    int count;         /* how many steps were taken */
    enum subject last; /* whose was the last one */
};

/* Makes the next step of the run. Returns false at its end. */
bool turns_next(struct turns *t, const struct world *w, struct step *step);

/* Counts the step that was taken, and reports whether the run is cut off after it. */
bool turns_bound(struct turns *t, const struct world *w, const struct outcome *o);

#endif
