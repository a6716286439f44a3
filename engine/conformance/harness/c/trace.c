#include "trace.h"

#include <openssl/ssl.h>

#include "blocking.h"
#include "json.h"
#include "names.h"

static const char *bool_name(int value)
{
    return value ? "true" : "false";
}

/* Prints a key with the events of poll(2). */
static void print_events(FILE *out, const char *key, int events)
{
    int count = 0;

    fprintf(out, ",\"%s\":[", key);
    for (size_t i = 0; i < event_count; i++)
        if (events & event_names[i].event)
            fprintf(out, "%s\"%s\"", count++ > 0 ? "," : "", event_names[i].name);
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
    fprintf(out, "\"%s\":{\"readable\":%lld,\"queued\":%lld}", name,
            w->transport->readable(w, direction), w->transport->queued(w, direction));
}

static void print_records(FILE *out, const struct records *r)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct record *record = &r->list[i];

        fprintf(out, "%s{\"dir\":\"%s\",\"peer\":\"%s\",", i > 0 ? "," : "",
                record->sent ? "sent" : "received", record->peer);
        if (record->type == SSL3_RT_ALERT)
            fprintf(out, "\"type\":\"alert\",\"level\":%d,\"description\":%d}", record->first,
                    record->second);
        else
            fprintf(out, "\"type\":\"handshake\",\"message\":%d}", record->first);
    }
}

/* Prints what else a program has done than its call. */
static void print_program(FILE *out, const struct ran *ran)
{
    if (ran->size > 0) {
        fputs(",\"output\":", out);
        print_bytes(out, ran->output, ran->size);
    }
    if (ran->end == HALTED) {
        fputs(",\"stopped\":", out);
        print_string(out, ran->halted);
    } else if (ran->end == ABORTED) {
        fputs(",\"ended\":true,\"aborted\":true", out);
    } else if (ran->end == ENDED) {
        fprintf(out, ",\"ended\":true,\"exit\":%d", ran->exit);
    }
}

void trace_step(FILE *out, size_t n, const struct step *step, const struct outcome *o,
                const struct world *w, bool bound)
{
    char text[256];

    step_text(step, text, sizeof text);
    fprintf(out, "{\"n\":%zu,\"step\":\"%s\"", n, text);
    if (o->ran != NULL && o->ran->call != NULL)
        fprintf(out, ",\"call\":\"%s\",\"line\":%d", o->ran->call, o->ran->line);
    print_outcome(out, o);
    if (o->blocked)
        fputs(",\"blocked\":true", out);
    if (o->ran != NULL)
        print_program(out, o->ran);
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
    fputs("},\"records\":[", out);
    print_records(out, &w->records);
    fputs("]}\n", out);
}

void trace_error(FILE *out, const char *why)
{
    fputs("{\"error\":", out);
    print_string(out, why);
    fputs("}\n", out);
}
