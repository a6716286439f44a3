#include "trace.h"

#include <openssl/ssl.h>
#include <poll.h>

#include "blocking.h"
#include "json.h"
#include "peer_program.h"

static const char *error_name(int error)
{
    static const char *const names[] = {
        [SSL_ERROR_NONE] = "SSL_ERROR_NONE",
        [SSL_ERROR_SSL] = "SSL_ERROR_SSL",
        [SSL_ERROR_WANT_READ] = "SSL_ERROR_WANT_READ",
        [SSL_ERROR_WANT_WRITE] = "SSL_ERROR_WANT_WRITE",
        [SSL_ERROR_WANT_X509_LOOKUP] = "SSL_ERROR_WANT_X509_LOOKUP",
        [SSL_ERROR_SYSCALL] = "SSL_ERROR_SYSCALL",
        [SSL_ERROR_ZERO_RETURN] = "SSL_ERROR_ZERO_RETURN",
        [SSL_ERROR_WANT_CONNECT] = "SSL_ERROR_WANT_CONNECT",
        [SSL_ERROR_WANT_ACCEPT] = "SSL_ERROR_WANT_ACCEPT",
    };
    size_t count = sizeof names / sizeof *names;

    return error >= 0 && (size_t)error < count ? names[error] : "other";
}

static const char *shutdown_name(int flags)
{
    static const char *const names[] = {"0", "SENT", "RECEIVED", "SENT|RECEIVED"};

    return names[flags & (SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN)];
}

static const char *want_name(int want)
{
    switch (want) {
    case SSL_NOTHING:
        return "nothing";
    case SSL_READING:
        return "reading";
    case SSL_WRITING:
        return "writing";
    }
    return "other";
}

/* SSL_in_init also holds before the handshake, so SSL_in_before is asked first. */
static const char *state_name(const SSL *ssl)
{
    if (SSL_in_before(ssl))
        return "before";
    return SSL_in_init(ssl) ? "init" : "established";
}

static const char *bool_name(int value)
{
    return value ? "true" : "false";
}

/* Prints a key with the events of poll(2). */
static void print_events(FILE *out, const char *key, int events)
{
    static const struct {
        short event;
        const char *name;
    } names[] = {{POLLIN, "in"}, {POLLOUT, "out"}, {POLLHUP, "hup"}, {POLLERR, "err"}, {POLLNVAL, "nval"}};
    int count = 0;

    fprintf(out, ",\"%s\":[", key);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (events & names[i].event)
            fprintf(out, "%s\"%s\"", count++ > 0 ? "," : "", names[i].name);
    putc(']', out);
}

/* Prints what poll(2) says of the peer's socket, unless it has none that is open. */
static void print_poll(FILE *out, const struct world *w, enum subject peer)
{
    int events = world_poll(w, peer);

    if (events >= 0)
        print_events(out, "poll", events);
}

static void print_peer(FILE *out, const struct world *w, enum subject peer)
{
    const struct peer *p = &w->peers[peer];
    const SSL_SESSION *session;

    if (p->ssl == NULL) {
        fprintf(out, ",\"%s\":{\"state\":\"freed\"}", p->name);
        return;
    }
    session = SSL_get0_session(p->ssl);
    fprintf(out,
            ",\"%s\":{\"shutdown\":\"%s\",\"state\":\"%s\",\"pending\":%d,\"want\":\"%s\","
            "\"resumable\":%s,\"cached\":%s,\"has_pending\":%s,\"state_string\":\"%s\"",
            p->name, shutdown_name(SSL_get_shutdown(p->ssl)), state_name(p->ssl),
            SSL_pending(p->ssl), want_name(SSL_want(p->ssl)),
            bool_name(session != NULL && SSL_SESSION_is_resumable(session)),
            bool_name(SSL_CTX_sess_number(p->ctx) > 0), bool_name(SSL_has_pending(p->ssl)),
            SSL_state_string_long(p->ssl));
    print_poll(out, w, peer);
    putc('}', out);
}

/* Prints what a call returned. */
static void print_outcome(FILE *out, const struct outcome *o)
{
    if (o->keys == KEYS_NONE)
        return;
    fprintf(out, ",\"ret\":%lld", o->ret);
    if (o->keys == KEYS_SSL) {
        fprintf(out, ",\"error\":\"%s\",\"reason\":", error_name(o->error));
        print_string(out, oldest_reason(&o->errors));
        fputs(",\"errors\":", out);
        print_errors(out, &o->errors);
    }
    if (o->keys >= KEYS_SYSTEM)
        fprintf(out, ",\"errno\":\"%s\"", errno_name(o->error_number));
    if (o->counts)
        fprintf(out, ",\"bytes\":%zu", o->bytes);
    if (o->polls)
        print_events(out, "revents", o->revents);
}

static void print_return(FILE *out, const struct peer *p, const struct blockable_call *c)
{
    fprintf(out, "{\"peer\":\"%s\",\"step\":%zu", p->name, c->n);
    print_outcome(out, &c->outcome);
    putc('}', out);
}

/* Prints the calls of earlier steps that have returned now, in that order. */
static void print_returned(FILE *out, const struct world *w)
{
    int count = 0;

    for (int order = 1; order <= 2; order++)
        for (int i = 0; i < 2; i++)
            if (w->calls[i].returned == order) {
                fputs(count++ == 0 ? ",\"returned\":[" : ",", out);
                print_return(out, &w->peers[i], &w->calls[i]);
            }
    if (count > 0)
        putc(']', out);
}

static void print_wire(FILE *out, const char *name, const struct world *w, int direction)
{
    long long queued = stream_queued(&w->wires[direction]);
    long long readable = stream_readable(&w->wires[direction]);

    if (w->transport.on)
        queued = readable = (long long)real_transport_queued(&w->transport, direction);
    fprintf(out, "\"%s\":{\"readable\":%lld,\"queued\":%lld}", name, readable, queued);
}

/* Prints which call the program has made in its step. */
static void print_call(FILE *out, const struct peer_program *g)
{
    if (g->call != NULL)
        fprintf(out, ",\"call\":\"%s\",\"line\":%d", g->call, g->line);
}

/* Prints what else the program has done in its step. */
static void print_program(FILE *out, const struct peer_program *g)
{
    if (g->size > 0) {
        fputs(",\"output\":", out);
        print_bytes(out, g->text, g->size);
    }
    if (!g->has_ended)
        return;
    if (g->state == HALTED) {
        fputs(",\"stopped\":", out);
        print_string(out, g->halted);
    } else if (g->state == ABORTED) {
        fputs(",\"ended\":true,\"aborted\":true", out);
    } else {
        fprintf(out, ",\"ended\":true,\"exit\":%d", g->exit);
    }
}

void trace_step(FILE *out, size_t n, const struct step *step, const struct outcome *o,
                const struct world *w, bool bound)
{
    const struct peer_program *g = step->program == NEXT ? w->peers[step->subject].program : NULL;
    char text[256];

    step_text(step, text, sizeof text);
    fprintf(out, "{\"n\":%zu,\"step\":\"%s\"", n, text);
    if (g != NULL)
        print_call(out, g);
    print_outcome(out, o);
    if (o->blocked)
        fputs(",\"blocked\":true", out);
    if (g != NULL)
        print_program(out, g);
    if (bound)
        fputs(",\"bound\":true", out);
    print_returned(out, w);
    if (blocking_deadlock(w))
        fputs(",\"deadlock\":true", out);
    print_peer(out, w, CLIENT);
    print_peer(out, w, SERVER);
    fputs(",\"wire\":{", out);
    print_wire(out, "c2s", w, 0);
    putc(',', out);
    print_wire(out, "s2c", w, 1);
    fprintf(out, "},\"records\":[%s]}\n", w->records.text);
}

void trace_error(FILE *out, const char *why)
{
    fputs("{\"error\":", out);
    print_string(out, why);
    fputs("}\n", out);
}
