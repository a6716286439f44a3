/* A second stack in the same thread, for the calls of a peer whose BIO blocks. */
#ifndef COROUTINE_H
#define COROUTINE_H

#include <stdbool.h>
#include <ucontext.h>

#include "waiter.h"

/*
 * Work that has blocked waits on its own stack while others run. OpenSSL keeps one error
 * queue for each thread. There is only one thread, so both peers share its queue.
 */
struct coroutine {
    struct waiter waiter; /* waits in the work until coroutine_resume */
    void *stack; /* NULL before its first work */
    ucontext_t caller, inside;
    enum { IDLE, WORKING, BLOCKED, STOPPED } state;
    void (*work)(void *argument);
    void *argument;
};

/* Makes a coroutine that has no work. */
void coroutine_open(struct coroutine *c);

/* Calls work(argument). Returns true if it has returned, false if it blocks. */
bool coroutine_do(struct coroutine *c, void (*work)(void *), void *argument);

/* Continues blocked work. Returns true if it has returned. */
bool coroutine_resume(struct coroutine *c);

/* Makes blocked work give up. */
void coroutine_close(struct coroutine *c);

#endif
