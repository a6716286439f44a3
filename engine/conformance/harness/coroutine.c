#include "coroutine.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "fail.h"

#define STACK_SIZE (1 << 20)

/* makecontext passes only arguments of type int, so a pointer goes in two halves. */
static void run(unsigned high, unsigned low)
{
    struct coroutine *c = (struct coroutine *)((uintptr_t)high << 32 | low);

    c->work(c->argument);
    c->state = IDLE;
}

bool coroutine_resume(struct coroutine *c)
{
    if (c->state == BLOCKED)
        c->state = WORKING;
    if (swapcontext(&c->caller, &c->inside) != 0)
        fail("cannot continue on another stack");
    return c->state == IDLE;
}

bool coroutine_do(struct coroutine *c, void (*work)(void *), void *argument)
{
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
    makecontext(&c->inside, (void (*)(void))run, 2, (unsigned)(self >> 32), (unsigned)self);
    return coroutine_resume(c);
}

/* The coroutine's waiter: leaves its stack, until coroutine_resume or coroutine_close. */
static bool block(struct waiter *w)
{
    struct coroutine *c = (struct coroutine *)w; /* its first member */
    int before = errno;

    if (c->state == STOPPED)
        return false;
    c->state = BLOCKED;
    if (swapcontext(&c->inside, &c->caller) != 0)
        fail("cannot leave a stack");
    errno = before;
    return c->state != STOPPED;
}

void coroutine_close(struct coroutine *c)
{
    if (c->state == BLOCKED) {
        c->state = STOPPED;
        coroutine_resume(c);
    }
    free(c->stack);
    c->stack = NULL;
}

void coroutine_open(struct coroutine *c)
{
    *c = (struct coroutine){.waiter = {block}};
}
