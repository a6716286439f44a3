#include "blocking.h"

struct job {
    struct world *w;
    struct step step;
    struct blockable_call *call;
};

/* Runs in the peer's runner. */
static void make_in_runner(void *argument)
{
    struct job *j = argument;
    struct blockable_call *call = j->call;

    call->outcome = world_do(j->w, &j->step);
    if (call->outcome.keys == KEYS_SSL)
        call->outcome.errors = queued_errors();
}

struct outcome blocking_call(struct world *w, const struct step *step, size_t n)
{
    static struct job jobs[2];
    struct runner *r = w->peers[step->subject].runner;
    struct blockable_call *call = &w->calls[step->subject];
    struct job *j = &jobs[step->subject];

    if (call->blocked)
        return (struct outcome){0};
    *call = (struct blockable_call){.n = n};
    *j = (struct job){w, *step, call};
    call->blocked = !r->start(r, make_in_runner, j);
    if (!call->blocked)
        return call->outcome;
    if (!r->own_errors)
        call->errors = take_errors();
    return (struct outcome){.blocked = true};
}

/*
 * Lets a blocked call go on. If the peers share an error queue, the call must not find errors
 * there that the other peer has queued since, nor lose its own. When it has returned, all are
 * in the queue.
 */
static void resume(struct runner *r, struct blockable_call *call)
{
    struct errors others;

    if (r->own_errors) {
        call->blocked = !r->resume(r);
        return;
    }
    others = take_errors();
    put_errors(&call->errors);
    call->blocked = !r->resume(r);
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
            resume(w->peers[i].runner, call);
            if (!call->blocked)
                call->returned = ++returned;
            moved |= !call->blocked || bytes_moved(w) != before;
        }
    }
}

/* Reports whether the peer waits, and no time limit will end that. */
static bool waits_for_ever(const struct world *w, int peer)
{
    return w->calls[peer].blocked && !w->peers[peer].runner->limited;
}

bool blocking_deadlock(const struct world *w)
{
    for (int i = 0; i < 2; i++)
        if (!waits_for_ever(w, i) || stream_queued(&w->wires[i]) > stream_readable(&w->wires[i]))
            return false;
    return true;
}
