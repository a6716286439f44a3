/* The streams connect the peers. */
#include "transport.h"
#include "world.h"

static void streams_step(struct world *w, const struct step *step)
{
    int direction = step->subject - C2S;

    if (step->network->shuts_down)
        tcp_socket_shutdown(&w->peers[direction].socket);
    else
        step->network->act(&w->wires[direction], step->n);
    tcp_socket_respond(&w->peers[CLIENT].socket);
}

static short streams_poll(const struct world *w, enum subject peer)
{
    return tcp_socket_poll(&w->peers[peer].socket);
}

static bool streams_is_open(const struct world *w, enum subject peer)
{
    return !w->peers[peer].socket.closed;
}

static int streams_shutdown(struct world *w, enum subject peer)
{
    return tcp_socket_shutdown(&w->peers[peer].socket);
}

static void streams_close_socket(struct world *w, enum subject peer)
{
    tcp_socket_close(&w->peers[peer].socket);
}

static void streams_settle(struct world *w)
{
    (void)w; /* they are never late */
}

static long long streams_queued(const struct world *w, int direction)
{
    return stream_queued(&w->wires[direction]);
}

static long long streams_readable(const struct world *w, int direction)
{
    return stream_readable(&w->wires[direction]);
}

static void streams_close(struct world *w)
{
    for (int i = 0; i < 2; i++)
        stream_close(&w->wires[i]);
}

const struct transport_functions streams = {
    .step = streams_step,
    .poll = streams_poll,
    .is_open = streams_is_open,
    .shutdown = streams_shutdown,
    .close_socket = streams_close_socket,
    .settle = streams_settle,
    .queued = streams_queued,
    .readable = streams_readable,
    .close = streams_close,
};
