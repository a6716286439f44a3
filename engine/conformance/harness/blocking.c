#include "blocking.h"

struct job {
    struct world *w;
    struct threaded_call *call;
};

/* Runs in the peer's thread, so the error queue is that thread's. */
static void make_call(void *argument)
{
    struct job *j = argument;
    struct threaded_call *call = j->call;

    call->outcome = world_do(j->w, call->step);
    if (call->outcome.returned)
        call->outcome.errors = queued_errors();
}

struct outcome blocking_call(struct world *w, const struct step *step, size_t n)
{
    static struct job jobs[2];
    struct threaded_call *call = &w->calls[step->subject];
    struct job *j = &jobs[step->subject];

    if (call->blocked)
        return (struct outcome){0};
    *call = (struct threaded_call){.step = step, .n = n};
    *j = (struct job){w, call};
    call->blocked = !peer_thread_do(&w->peers[step->subject].thread, make_call, j);
    return call->blocked ? (struct outcome){.blocked = true} : call->outcome;
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
            struct threaded_call *call = &w->calls[i];
            long long before = bytes_moved(w);

            if (!call->blocked)
                continue;
            call->blocked = !peer_thread_resume(&w->peers[i].thread);
            if (!call->blocked)
                call->returned = ++returned;
            moved |= !call->blocked || bytes_moved(w) != before;
        }
    }
}

bool blocking_deadlock(const struct world *w)
{
    for (int i = 0; i < 2; i++)
        if (!w->calls[i].blocked || stream_queued(&w->wires[i]) > stream_readable(&w->wires[i]))
            return false;
    return true;
}
