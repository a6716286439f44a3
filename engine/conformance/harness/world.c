#include "world.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "payload.h"
#include "peer_program.h"

void world_open(struct world *w, const struct script *s, const struct identity *id)
{
    memset(w, 0, sizeof *w);
    w->blocking = s->blocking;
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
        w->peers[i].transport = &w->transport;
    }
    payload(0);
}

/*
 * Connects the peers by a real transport if it can take all steps of the script. Peers
 * that had read everything read once more, so that SSL_want is reading.
 */
static void connect_by_real_transport(struct world *w, const struct script *s)
{
    SSL *client = w->peers[CLIENT].ssl, *server = w->peers[SERVER].ssl;
    bool drained = s->start == START_ESTABLISHED;
    bool sockets = s->transport != PAIR && s->transport != MEMORY;

    if ((s->closes || s->programs_close) && sockets && !s->streams && !s->blocking)
        real_transport_sockets(&w->transport, client, server, w->wires, s->transport == BUFFERED);
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

void world_connect(struct world *w, const struct script *s, bool always_streams)
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
    if (!always_streams)
        connect_by_real_transport(w, s);
    for (int i = 0; i < 2; i++) {
        set_capacity(&w->wires[i], s);
        w->wires[i].arrived = false;
        if (s->programs[i].library != NULL)
            w->peers[i].program = peer_program_open(w, &w->peers[i], s->programs[i].library);
    }
}

void world_network(struct world *w, const struct step *step)
{
    int direction = step->subject - C2S;

    if (w->transport.on) {
        real_transport_shutdown(&w->transport, direction); /* the sender has the same number */
        return;
    }
    step->network->act(&w->wires[direction], step->n);
    tcp_socket_respond(&w->peers[CLIENT].socket);
}

int world_poll(const struct world *w, enum subject peer)
{
    if (w->transport.on && w->sockets)
        return w->transport.fd[peer] < 0 ? -1 : real_transport_poll(&w->transport, peer);
    if (!w->sockets || w->peers[peer].socket.closed)
        return -1;
    return tcp_socket_poll(&w->peers[peer].socket);
}

int world_shutdown(struct world *w, enum subject peer)
{
    if (w->transport.on)
        return real_transport_shutdown(&w->transport, peer);
    return tcp_socket_shutdown(&w->peers[peer].socket);
}

void world_close_socket(struct world *w, enum subject peer)
{
    if (w->transport.on)
        real_transport_close_socket(&w->transport, peer);
    else
        tcp_socket_close(&w->peers[peer].socket);
}

void world_close(struct world *w)
{
    for (int i = 0; i < 2; i++)
        if (w->peers[i].program != NULL)
            peer_program_close(w->peers[i].program);
    for (int i = 0; i < 2; i++) {
        coroutine_close(&w->peers[i].coroutine);
        peer_close(&w->peers[i]);
        stream_close(&w->wires[i]);
    }
    if (w->transport.on)
        real_transport_close(&w->transport);
    free(w->records.text);
}
