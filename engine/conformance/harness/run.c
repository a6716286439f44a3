#include "run.h"

#include <openssl/err.h>
#include <stdlib.h>
#include <string.h>

#include "verbs.h"

/* The length of the pattern that is written over and over. */
#define PERIOD 251

/*
 * Returns bytes of the pattern from place on, as many as one write may have. A
 * write goes on where the last one ended, so that a retry passes the same bytes
 * and a reader could tell where it is.
 */
static const unsigned char *pattern(unsigned long long place)
{
    static unsigned char data[MAX_BYTES + PERIOD];

    if (data[1] == 0)
        for (int i = 0; i < MAX_BYTES + PERIOD; i++)
            data[i] = (unsigned char)(i % PERIOD);
    return data + place % PERIOD;
}

void world_open(struct world *w, const struct script *s, const struct identity *id)
{
    struct stream *c2s = &w->wires[0], *s2c = &w->wires[1];

    memset(w, 0, sizeof *w);
    w->blocking = s->blocking;
    w->memory = s->transport == MEMORY;
    stream_open(c2s);
    stream_open(s2c);
    w->peers[CLIENT].wires = (struct wires){.in = s2c, .out = c2s};
    w->peers[SERVER].wires = (struct wires){.in = c2s, .out = s2c};
    peer_open(&w->peers[CLIENT], CLIENT, s->version, id);
    peer_open(&w->peers[SERVER], SERVER, s->version, id);
    pattern(0);
}

/*
 * Connects the peers by a real transport where no step of the network has to be
 * done to it. If both had read all there was, they do so once more, so that they
 * want to read from the new one.
 */
static void real_transport(struct world *w, const struct script *s)
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

/* Tells a stream how much it holds once the handshake has passed through it. */
static void set_capacity(struct stream *wire, const struct script *s)
{
    if (s->transport == PAIR)
        wire->capacity = s->pair_size;
    else if (s->transport == MEMORY)
        wire->capacity = MAX_CAPACITY;
}

void world_connect(struct world *w, const struct script *s)
{
    struct peer *client = &w->peers[CLIENT], *server = &w->peers[SERVER];

    peer_begin(client, &w->records, s->transport == BUFFERED);
    peer_begin(server, &w->records, s->transport == BUFFERED);
    if (s->start != START_BEFORE)
        peers_connect(client, server);
    if (s->start == START_ESTABLISHED) {
        peer_drain(client);
        peer_drain(server);
    }
    real_transport(w, s);
    for (int i = 0; i < 2; i++) {
        set_capacity(&w->wires[i], s);
        w->wires[i].arrived = false;
    }
}

void world_close(struct world *w)
{
    for (int i = 0; i < 2; i++) {
        peer_thread_close(&w->peers[i].thread);
        peer_close(&w->peers[i]);
        stream_close(&w->wires[i]);
    }
    if (w->transport.on)
        real_transport_close(&w->transport);
    free(w->records.text);
}

static int write_pattern(struct peer *p, int n)
{
    int ret = SSL_write(p->ssl, pattern(p->sent), n);

    if (ret > 0)
        p->sent += (unsigned)ret;
    return ret;
}

/* Does the calls that return nothing; reports whether verb was one. */
static bool silent_call(struct peer *p, enum verb verb, int n)
{
    switch (verb) {
    case VERB_SET_SHUTDOWN:
        SSL_set_shutdown(p->ssl, n);
        return true;
    case VERB_SET_QUIET_SHUTDOWN:
        SSL_set_quiet_shutdown(p->ssl, n);
        return true;
    case VERB_SET_OPTIONS:
#ifdef SSL_OP_IGNORE_UNEXPECTED_EOF /* OpenSSL 1.1.1 has no such option */
        SSL_set_options(p->ssl, SSL_OP_IGNORE_UNEXPECTED_EOF);
#endif
        return true;
    case VERB_CLEAR_MODE:
        SSL_clear_mode(p->ssl, SSL_MODE_AUTO_RETRY);
        return true;
    case VERB_KEEP_ERRORS:
        p->keep_errors = n == 1;
        return true;
    case VERB_FREE:
        SSL_free(p->ssl);
        p->ssl = NULL;
        return true;
    case VERB_SET_NBIO:
        p->wires.blocks = n == 0 ? &p->thread : NULL;
        return true;
    default:
        return false;
    }
}

/* Does the calls that return an int. */
static int call(struct peer *p, enum verb verb, int n)
{
    static unsigned char data[MAX_BYTES];

    switch (verb) {
    case VERB_SHUTDOWN:
        return SSL_shutdown(p->ssl);
    case VERB_READ:
        return SSL_read(p->ssl, data, n);
    case VERB_PEEK:
        return SSL_peek(p->ssl, data, n);
    case VERB_WRITE:
        return write_pattern(p, n);
    case VERB_DO_HANDSHAKE:
        return SSL_do_handshake(p->ssl);
    case VERB_CLEAR:
        return SSL_clear(p->ssl);
    case VERB_RENEGOTIATE:
        return SSL_renegotiate(p->ssl);
    case VERB_KEY_UPDATE:
        return SSL_key_update(p->ssl, n);
    default:
        return 0;
    }
}

static struct outcome peer_step(struct world *w, const struct step *step)
{
    struct peer *p = &w->peers[step->subject];
    struct outcome o = {0};

    if (p->ssl == NULL)
        return o;
    peer_enter(p);
    if (step->verb == VERB_CLOSE) {
        real_transport_close_socket(&w->transport, (int)step->subject);
        return o;
    }
    if (!silent_call(p, step->verb, (int)step->n)) {
        o.returned = true;
        o.ret = call(p, step->verb, (int)step->n);
        o.error = SSL_get_error(p->ssl, o.ret);
    }
    return o;
}

static void network_step(struct stream *s, const struct step *step)
{
    static const unsigned char close_notify[] = {0x15, 3, 3, 0, 2, 1, 0};

    switch (step->verb) {
    case VERB_HOLD:
        s->held = true;
        break;
    case VERB_DELIVER:
        if (step->n == ALL)
            stream_deliver_all(s);
        else
            stream_deliver(s, step->n);
        break;
    case VERB_CAPACITY:
        s->capacity = step->n;
        break;
    case VERB_FIN:
        stream_fin(s);
        break;
    case VERB_RESET:
        s->reset = true;
        break;
    case VERB_BROKEN:
        s->broken = true;
        break;
    case VERB_TRUNCATE:
        stream_truncate(s);
        break;
    case VERB_CORRUPT:
        stream_corrupt(s);
        break;
    default:
        stream_inject(s, close_notify, sizeof close_notify);
    }
}

struct outcome world_do(struct world *w, const struct step *step)
{
    if (step->subject == CLIENT || step->subject == SERVER)
        return peer_step(w, step);
    network_step(&w->wires[step->subject - C2S], step);
    return (struct outcome){0};
}

/* The reason of the oldest queued error, "" where it came from the system. */
static const char *oldest_reason(void)
{
    unsigned long code = ERR_peek_error();
    const char *reason = ERR_reason_error_string(code);

    return code == 0 || ERR_GET_LIB(code) == ERR_LIB_SYS || reason == NULL ? "" : reason;
}

/* A peer's call, where its own thread can see the error queue. */
struct job {
    struct world *w;
    struct late *call;
};

static void do_job(void *of)
{
    struct job *j = of;
    struct late *call = j->call;

    call->outcome = world_do(j->w, call->step);
    if (call->outcome.returned)
        call->outcome.reason = oldest_reason();
}

/* Has the peer's thread make a call, unless it is in one. */
static struct outcome call_in_thread(struct world *w, const struct step *step, size_t n)
{
    static struct job jobs[2];
    struct late *call = &w->late[step->subject];
    struct job *j = &jobs[step->subject];

    if (call->blocked)
        return (struct outcome){0};
    *call = (struct late){.step = step, .n = n};
    *j = (struct job){w, call};
    call->blocked = !peer_thread_do(&w->peers[step->subject].thread, do_job, j);
    return call->blocked ? (struct outcome){.blocked = true} : call->outcome;
}

/* Something that changes with every byte that is read or written. */
static long long progress(const struct world *w)
{
    return w->wires[0].start + w->wires[0].end + w->wires[1].start + w->wires[1].end;
}

/* Lets blocked calls go on until nothing moves any more. */
static void wake(struct world *w)
{
    bool moved = true;
    int returned = 0;

    while (moved) {
        moved = false;
        for (int i = 0; i < 2; i++) {
            long long before = progress(w);

            if (!w->late[i].blocked)
                continue;
            w->late[i].blocked = !peer_thread_resume(&w->peers[i].thread);
            if (!w->late[i].blocked)
                w->late[i].returned = ++returned;
            moved |= !w->late[i].blocked || progress(w) != before;
        }
    }
}

bool world_deadlocked(const struct world *w)
{
    for (int i = 0; i < 2; i++)
        if (!w->late[i].blocked || stream_queued(&w->wires[i]) > stream_readable(&w->wires[i]))
            return false;
    return true;
}

/*
 * Does to the readers what the filling of a memory BIO does to it: it forgets that a
 * read was to be repeated.
 */
static void fill_memory(struct world *w)
{
    for (int i = 0; i < 2; i++) {
        SSL *reader = w->peers[1 - i].ssl;

        if (w->memory && !w->transport.on && reader != NULL && w->wires[i].arrived)
            BIO_clear_retry_flags(SSL_get_rbio(reader));
        w->wires[i].arrived = false;
    }
}

struct outcome world_step(struct world *w, const struct step *step, size_t n)
{
    bool call = step->subject == CLIENT || step->subject == SERVER;
    struct outcome o;

    records_begin(&w->records);
    w->late[0].returned = w->late[1].returned = 0;
    if (w->blocking && call) {
        o = call_in_thread(w, step, n);
    } else {
        o = world_do(w, step);
        if (o.returned)
            o.reason = oldest_reason();
    }
    wake(w);
    fill_memory(w);
    real_transport_settle(&w->transport);
    records_end(&w->records);
    return o;
}
