#include "coroutine.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <ucontext.h>

#include "fail.h"

#define STACK_SIZE (1 << 20)

struct coroutine {
    struct runner runner;
    void *stack; /* NULL before its first work */
    ucontext_t caller, inside;
    enum { IDLE, WORKING, BLOCKED, STOPPED } state;
    void (*work)(void *argument);
    void *argument;
};

/* makecontext passes only arguments of type int, so a pointer goes in two halves. */
static void coroutine_run(unsigned high, unsigned low)
{
    struct coroutine *c = (struct coroutine *)((uintptr_t)high << 32 | low);

    c->work(c->argument);
    c->state = IDLE;
}

static bool coroutine_resume(struct runner *r)
{
    struct coroutine *c = (struct coroutine *)r; /* its first member */

    if (c->state == BLOCKED)
        c->state = WORKING;
    if (swapcontext(&c->caller, &c->inside) != 0)
        fail("cannot continue on another stack");
    return c->state == IDLE;
}

static bool coroutine_start(struct runner *r, void (*work)(void *), void *argument)
{
    struct coroutine *c = (struct coroutine *)r;
    uintptr_t self = (uintptr_t)c;

    if (c->stack == NULL)
        c->stack = malloc(STACK_SIZE);
    if (c->stack == NULL || getcontext(&c->inside) != 0)
        fail("cannot make a stack");
    c->inside.uc_stack.ss_sp = c->stack;
    c->inside.uc_stack.ss_size = STACK_SIZE;
    c->inside.uc_link = &c->caller;
    c->work = work;
    c->argument = argument;
    c->state = WORKING;
    makecontext(&c->inside, (void (*)(void))coroutine_run, 2, (unsigned)(self >> 32), (unsigned)self);
    return coroutine_resume(r);
}

/* Leaves the stack, until coroutine_resume or coroutine_close. */
static bool coroutine_wait(struct runner *r)
{
    struct coroutine *c = (struct coroutine *)r;
    int before = errno;

    if (c->state == STOPPED)
        return false;
    c->state = BLOCKED;
    if (swapcontext(&c->inside, &c->caller) != 0)
        fail("cannot leave a stack");
    errno = before;
    return c->state != STOPPED;
}

static void coroutine_close(struct runner *r)
{
    struct coroutine *c = (struct coroutine *)r;

    if (c->state == BLOCKED) {
        c->state = STOPPED;
        coroutine_resume(r);
    }
    free(c->stack);
    free(c);
}

struct runner *coroutine_new(void)
{
    struct coroutine *c = calloc(1, sizeof *c);

    if (c == NULL)
        fail("out of memory");
    c->runner = (struct runner){
        .wait = coroutine_wait,
        .start = coroutine_start,
        .resume = coroutine_resume,
        .close = coroutine_close,
    };
    return &c->runner;
}
