#include "world.h"

#include <stdlib.h>
#include <string.h>

#include "coroutine.h"
#include "payload.h"

void world_open(struct world *w, const struct setup *s, const struct identity *id)
{
    memset(w, 0, sizeof *w);
    w->transport = &streams;
    w->clock.tv_sec = 1000000000;
    w->memory = s->transport == MEMORY;
    w->sockets = s->transport == SOCKET || s->transport == BUFFERED;
    stream_open(&w->wires[0]);
    stream_open(&w->wires[1]);
    for (int i = 0; i < 2; i++)
        w->peers[i].socket = (struct tcp_socket){
            .in = &w->wires[1 - i],
            .out = &w->wires[i],
            .other = &w->peers[1 - i].socket,
            .no_eagain = !w->sockets,
        };
    for (int i = 0; i < 2; i++) {
        peer_open(&w->peers[i], (enum subject)i, s->version, id);
        w->peers[i].world = w;
    }
    payload(0);
}

/* Limits a stream. The handshake has passed through it without this limit. */
static void limit_wire(struct stream *wire, const struct setup *s)
{
    if (s->transport == PAIR)
        wire->capacity = s->pair_size;
    else if (s->transport == MEMORY)
        wire->capacity = MAX_NUMBER;
}

void world_connect(struct world *w, const struct setup *s)
{
    struct peer *client = &w->peers[CLIENT], *server = &w->peers[SERVER];

    peer_begin(client, &w->records, s->transport);
    peer_begin(server, &w->records, s->transport);
    if (s->start != START_BEFORE)
        peers_connect(client, server);
    if (s->start == START_ESTABLISHED) {
        peer_drain(client);
        peer_drain(server);
    }
    for (int i = 0; i < 2; i++) {
        limit_wire(&w->wires[i], s);
        w->wires[i].arrived = false;
    }
}

void world_make_blockable(struct world *w)
{
    for (int i = 0; i < 2; i++)
        if (w->peers[i].runner == NULL)
            w->peers[i].runner = coroutine_new();
}

int world_poll(const struct world *w, enum subject peer)
{
    return w->sockets && w->transport->is_open(w, peer) ? w->transport->poll(w, peer) : -1;
}

void world_close(struct world *w)
{
    for (int i = 0; i < 2; i++)
        if (w->peers[i].runner != NULL)
            w->peers[i].runner->close(w->peers[i].runner);
    for (int i = 0; i < 2; i++)
        peer_close(&w->peers[i]);
    w->transport->close(w);
    free(w->records.list);
}
