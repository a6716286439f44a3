#include "blocking.h"

#include "peer_program.h"

struct job {
    struct world *w;
    struct blockable_call *call;
};

/* Runs on the stack of the peer's coroutine, or in its process. */
static void make_call(void *argument)
{
    struct job *j = argument;
    struct blockable_call *call = j->call;

    call->outcome = world_do(j->w, call->step);
    if (call->outcome.keys == KEYS_SSL)
        call->outcome.errors = queued_errors();
}

struct outcome blocking_call(struct world *w, const struct step *step, size_t n)
{
    static struct job jobs[2];
    struct peer *p = &w->peers[step->subject];
    struct blockable_call *call = &w->calls[step->subject];
    struct job *j = &jobs[step->subject];

    if (call->blocked)
        return (struct outcome){0};
    *call = (struct blockable_call){.step = step, .n = n};
    *j = (struct job){w, call};
    if (p->program != NULL)
        call->blocked = !process_do(&p->program->process, make_call, j);
    else
        call->blocked = !coroutine_do(&p->coroutine, make_call, j);
    if (!call->blocked)
        return call->outcome;
    if (p->program == NULL)
        call->errors = take_errors();
    return (struct outcome){.blocked = true};
}

/*
 * Lets a blocked call in a coroutine go on. The thread has one error queue, but the call must not find
 * errors there that the other peer has queued since, nor lose its own. When it has
 * returned, all are in the queue.
 */
static void resume(struct coroutine *c, struct blockable_call *call)
{
    struct errors others = take_errors();

    put_errors(&call->errors);
    call->blocked = !coroutine_resume(c);
    call->errors = take_errors();
    put_errors(&others);
    if (!call->blocked)
        put_errors(&call->errors);
}

/* A number that changes with every byte that is read or written. */
static long long bytes_moved(const struct world *w)
{
    return w->wires[0].start + w->wires[0].end + w->wires[1].start + w->wires[1].end;
}

void blocking_resume(struct world *w)
{
    bool moved = true;
    int returned = 0;

    while (moved) {
        moved = false;
        for (int i = 0; i < 2; i++) {
            struct blockable_call *call = &w->calls[i];
            long long before = bytes_moved(w);

            if (!call->blocked)
                continue;
            if (w->peers[i].program != NULL)
                call->blocked = !process_resume(&w->peers[i].program->process);
            else
                resume(&w->peers[i].coroutine, call);
            if (!call->blocked)
                call->returned = ++returned;
            moved |= !call->blocked || bytes_moved(w) != before;
        }
    }
}

/* Reports whether the peer waits, and no time limit will end that. */
static bool waits_for_ever(const struct world *w, int peer)
{
    const struct peer_program *g = w->peers[peer].program;

    return w->calls[peer].blocked && (g == NULL || !g->limited);
}

bool blocking_deadlock(const struct world *w)
{
    for (int i = 0; i < 2; i++)
        if (!waits_for_ever(w, i) || stream_queued(&w->wires[i]) > stream_readable(&w->wires[i]))
            return false;
    return true;
}
