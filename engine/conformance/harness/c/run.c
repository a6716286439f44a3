#include "run.h"

#include <errno.h>
#include <openssl/ssl.h>

#include "blocking.h"
#include "world.h"

static struct outcome peer_call(struct peer *p, const struct step *step)
{
    struct outcome o = {0};

    if (p->ssl == NULL && !step->call->socket)
        return o;
    peer_enter(p);
    if (step->call->silent != NULL) {
        step->call->silent(p, (int)step->n);
        return o;
    }
    o.keys = KEYS_SSL;
    o.counts = step->call->counts != NULL;
    if (o.counts)
        o.ret = step->call->counts(p, (int)step->n, &o.bytes);
    else
        o.ret = step->call->returns(p, (int)step->n);
    o.error_number = errno; /* before anything else can change it */
    o.error = SSL_get_error(p->ssl, o.ret);
    return o;
}

struct outcome world_do(struct world *w, const struct step *step)
{
    if (step->call != NULL)
        return peer_call(&w->peers[step->subject], step);
    w->transport->step(w, step);
    return (struct outcome){0};
}

/*
 * When a memory BIO is written to, it forgets that a read has to be retried
 * (BIO_clear_retry_flags in mem_write). The streams that stand for one do the same.
 */
static void clear_retry(struct world *w)
{
    for (int i = 0; i < 2; i++) {
        SSL *reader = w->peers[1 - i].ssl;

        if (w->memory && reader != NULL && w->wires[i].arrived)
            BIO_clear_retry_flags(SSL_get_rbio(reader));
        w->wires[i].arrived = false;
    }
}

static struct outcome take_step(struct world *w, const struct step *step, size_t n)
{
    const struct peer *p = step->network == NULL ? &w->peers[step->subject] : NULL;
    struct outcome o = {0};

    if (step->program != NULL)
        return p->program != NULL ? step->program->take(p->program, n) : o;
    if (p != NULL && p->runner != NULL)
        return blocking_call(w, step, n);
    o = world_do(w, step);
    if (o.keys == KEYS_SSL)
        o.errors = queued_errors();
    return o;
}

struct outcome world_step(struct world *w, const struct step *step, size_t n)
{
    struct outcome o;

    records_begin(&w->records);
    for (int i = 0; i < 2; i++) {
        w->calls[i].returned = 0;
        w->wires[i].fin_sent = w->wires[i].rst_sent = false;
    }
    o = take_step(w, step, n);
    w->transport->settle(w);
    blocking_resume(w);
    clear_retry(w);
    records_end(&w->records);
    return o;
}
