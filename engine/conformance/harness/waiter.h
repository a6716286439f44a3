/* Whoever makes calls that may block. */
#ifndef WAITER_H
#define WAITER_H

#include <stdbool.h>

struct waiter {
    /*
     * Called from within the call: waits until there may be reason to go on. Returns false
     * if the call must give up. errno is the same afterwards.
     */
    bool (*wait)(struct waiter *w);
};

#endif
