/* Where the calls of a peer are made if they may block: on a second stack, or in a thread. */
#ifndef RUNNER_H
#define RUNNER_H

#include <stdbool.h>

struct runner {
    /*
     * Called from within a call: waits until there may be reason to go on. Returns false if
     * the call must give up. errno is the same afterwards.
     */
    bool (*wait)(struct runner *r);

    /* Calls work(argument). Returns true if it has returned, false if it waits. */
    bool (*start)(struct runner *r, void (*work)(void *), void *argument);

    /* Continues work that waits. Returns true if it has returned. */
    bool (*resume)(struct runner *r);

    /* Makes work that waits give up, and frees the runner. */
    void (*close)(struct runner *r);

    bool own_errors; /* it has an error queue of its own */
    bool limited;    /* what waits in it has a time limit */
};

#endif
