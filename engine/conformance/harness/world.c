#include "world.h"

#include <stdlib.h>
#include <string.h>

#include "payload.h"

void world_open(struct world *w, const struct script *s, const struct identity *id)
{
    struct stream *c2s = &w->wires[0], *s2c = &w->wires[1];
    bool sockets = s->transport == SOCKET || s->transport == BUFFERED;

    memset(w, 0, sizeof *w);
    w->blocking = s->blocking;
    w->memory = s->transport == MEMORY;
    stream_open(c2s);
    stream_open(s2c);
    w->peers[CLIENT].wires = (struct wires){.in = s2c, .out = c2s, .sockets = sockets};
    w->peers[SERVER].wires = (struct wires){.in = c2s, .out = s2c, .sockets = sockets};
    for (int i = 0; i < 2; i++) {
        peer_open(&w->peers[i], (enum subject)i, s->version, id);
        w->peers[i].transport = &w->transport;
    }
    payload(0);
}

/*
 * Connects the peers by a real transport if no step of the network has to act on it.
 * Peers that had read everything read once more, so that SSL_want is reading.
 */
static void connect_by_real_transport(struct world *w, const struct script *s)
{
    SSL *client = w->peers[CLIENT].ssl, *server = w->peers[SERVER].ssl;
    bool drained = s->start == START_ESTABLISHED;

    if (s->sockets)
        real_transport_sockets(&w->transport, client, server, w->wires);
    else if (s->network || s->blocking || !drained)
        return;
    else if (s->transport == PAIR)
        real_transport_pair(&w->transport, client, server, (size_t)s->pair_size);
    else if (s->transport == MEMORY)
        real_transport_memory(&w->transport, client, server);
    if (w->transport.on && drained) {
        peer_drain(&w->peers[CLIENT]);
        peer_drain(&w->peers[SERVER]);
    }
}

/* Limits a stream. The handshake has passed through it without this limit. */
static void set_capacity(struct stream *wire, const struct script *s)
{
    if (s->transport == PAIR)
        wire->capacity = s->pair_size;
    else if (s->transport == MEMORY)
        wire->capacity = MAX_NUMBER;
}

void world_connect(struct world *w, const struct script *s)
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
    connect_by_real_transport(w, s);
    for (int i = 0; i < 2; i++) {
        set_capacity(&w->wires[i], s);
        w->wires[i].arrived = false;
    }
}

void world_close(struct world *w)
{
    for (int i = 0; i < 2; i++) {
        coroutine_close(&w->peers[i].coroutine);
        peer_close(&w->peers[i]);
        stream_close(&w->wires[i]);
    }
    if (w->transport.on)
        real_transport_close(&w->transport);
    free(w->records.text);
}
