/* poll and select of a program. */
#include <errno.h>

#include "peer_program.h"
#include "world.h"

/* What the own socket's poll(2) answers, POLLNVAL if it is closed. */
static short readiness(const struct peer_program *g)
{
    int events = world_poll(g->world, g->peer->server ? SERVER : CLIENT);

    return events < 0 ? POLLNVAL : (short)events;
}

/* A poll or select. */
struct watch {
    struct peer_program *g;
    int (*ready)(struct watch *w); /* what it returns now, 0 to wait */

    struct pollfd *list;
    nfds_t count;
    fd_set *in, *out, *except;
    int n;
};

/*
 * Waits until the watch is ready or the limit, NULL for none, has run out. Returns what the
 * call returns.
 */
static int wait_until_ready(struct watch *w, const struct timespec *limit)
{
    struct peer_program *g = w->g;
    struct runner *r = &g->process.runner;
    bool waits = limit == NULL || limit->tv_sec != 0 || limit->tv_nsec != 0;
    int ret = w->ready(w);

    g->timed_out = false;
    r->limited = limit != NULL;
    if (r->limited)
        g->due = clock_after(g->world->clock, limit->tv_sec, limit->tv_nsec);
    while (waits && ret == 0 && r->wait(r) && !g->timed_out)
        ret = w->ready(w);
    r->limited = false;
    return ret;
}

static int poll_ready(struct watch *w)
{
    short events = readiness(w->g);
    int count = 0;

    for (nfds_t i = 0; i < w->count; i++) {
        struct pollfd *p = &w->list[i];

        p->revents = p->fd < 0 ? 0 : events & (p->events | POLLHUP | POLLERR | POLLNVAL);
        count += p->revents != 0;
    }
    return count;
}

static void check_list(struct peer_program *g, const struct pollfd *list, nfds_t n)
{
    for (nfds_t i = 0; i < n; i++) {
        if (list[i].fd >= 0 && (list[i].fd != PROGRAM_FD || !g->world->sockets))
            program_halt(g, "poll of another descriptor than the own socket");
        if ((list[i].events & ~(POLLIN | POLLOUT)) != 0)
            program_halt(g, "poll for other events than POLLIN and POLLOUT");
    }
}

/* How many descriptors may be open, by default: Linux refuses to poll more. */
#define MOST_OPEN 1024

int program_poll(int line, struct pollfd *list, nfds_t n, int milliseconds)
{
    struct peer_program *g = program_enter();
    struct watch w = {.g = g, .ready = poll_ready, .list = list, .count = n};
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    struct outcome *o = program_outcome(g);
    bool refused = n > MOST_OPEN;
    int ret;

    if (!refused)
        check_list(g, list, n);
    program_call(line, "poll");
    ret = refused ? -1 : wait_until_ready(&w, milliseconds < 0 ? NULL : &limit);
    *o = (struct outcome){.keys = KEYS_SYSTEM, .ret = ret, .error_number = refused ? EINVAL : 0, .polls = true};
    for (nfds_t i = 0; i < n && !refused; i++)
        o->revents |= list[i].revents;
    errno = o->error_number;
    program_return(g);
    return ret;
}

/* Whether a set is given, and has the own socket below n. */
static bool has_socket(const struct watch *w, const fd_set *set)
{
    return set != NULL && w->n > PROGRAM_FD && FD_ISSET(PROGRAM_FD, set);
}

/* Removes from a set what the kernel writes back, all whole words below n, unless it is ready. */
static void answer(const struct watch *w, fd_set *set, bool ready)
{
    bool keep = ready && has_socket(w, set);

    for (int i = 0; set != NULL && i < (w->n + NFDBITS - 1) / NFDBITS * NFDBITS; i++)
        FD_CLR(i, set);
    if (keep)
        FD_SET(PROGRAM_FD, set);
}

static bool select_in(short events)
{
    return (events & (POLLIN | POLLHUP | POLLERR)) != 0;
}

static bool select_out(short events)
{
    return (events & (POLLOUT | POLLERR)) != 0;
}

static int select_ready(struct watch *w)
{
    short events = readiness(w->g);
    bool in = has_socket(w, w->in), out = has_socket(w, w->out);

    if ((in || out || has_socket(w, w->except)) && (events & POLLNVAL) != 0)
        return -1;
    return (in && select_in(events)) + (out && select_out(events));
}

static void check_set(struct peer_program *g, const fd_set *set, int n)
{
    for (int i = 0; set != NULL && i < n; i++)
        if (FD_ISSET(i, set) && (i != PROGRAM_FD || !g->world->sockets))
            program_halt(g, "select of another descriptor than the own socket");
}

/* What is left of the limit, which may be over. */
static struct timeval time_left(const struct peer_program *g)
{
    struct timeval left = {g->due.tv_sec - g->world->clock.tv_sec,
                           (g->due.tv_nsec - g->world->clock.tv_nsec) / 1000};

    if (left.tv_usec < 0) {
        left.tv_usec += 1000000;
        left.tv_sec--;
    }
    return left.tv_sec < 0 ? (struct timeval){0, 0} : left;
}

/* Selects. Returns what the call returns; errno is set if that is -1. */
static int do_select(struct watch *w, struct timeval *limit)
{
    struct timespec time = {0};
    short events;
    int ret;

    if (w->n < 0 || (limit != NULL && (limit->tv_sec < 0 || limit->tv_usec < 0))) {
        errno = EINVAL;
        return -1;
    }
    if (limit != NULL)
        time = clock_after(time, limit->tv_sec + limit->tv_usec / 1000000, limit->tv_usec % 1000000 * 1000L);
    ret = wait_until_ready(w, limit != NULL ? &time : NULL);
    if (limit != NULL && (time.tv_sec != 0 || time.tv_nsec != 0))
        *limit = time_left(w->g);
    if (ret < 0) {
        errno = EBADF;
        return -1;
    }
    events = readiness(w->g);
    answer(w, w->in, ret > 0 && select_in(events));
    answer(w, w->out, ret > 0 && select_out(events));
    answer(w, w->except, false);
    return ret;
}

int program_select(int line, int n, fd_set *in, fd_set *out, fd_set *except, struct timeval *limit)
{
    struct peer_program *g = program_enter();
    struct watch w = {.g = g, .ready = select_ready, .in = in, .out = out, .except = except};
    int ret;

    w.n = n < FD_SETSIZE ? n : FD_SETSIZE;
    check_set(g, in, w.n);
    check_set(g, out, w.n);
    check_set(g, except, w.n);
    program_call(line, "select");
    ret = do_select(&w, limit);
    *program_outcome(g) = (struct outcome){.keys = KEYS_SYSTEM, .ret = ret, .error_number = errno};
    program_return(g);
    return ret;
}
