#include "turns.h"

#include "peer_program.h"
#include "world.h"

static bool can_go_on(const struct world *w, enum subject peer)
{
    return w->peers[peer].program != NULL && peer_program_can_go_on(w->peers[peer].program);
}

bool turns_next(struct turns *t, const struct world *w, struct step *step)
{
    enum subject peer = t->count++ == 0 || t->last == SERVER ? CLIENT : SERVER;

    if (t->calls == MAX_RUN)
        return false;
    if (!can_go_on(w, peer))
        peer = peer == CLIENT ? SERVER : CLIENT;
    t->last = peer;
    *step = (struct step){.subject = peer, .program = program_steps};
    return can_go_on(w, peer);
}

bool turns_bound(struct turns *t, const struct world *w, const struct outcome *o)
{
    t->calls += o->ran->call != NULL;
    return t->calls == MAX_RUN && (can_go_on(w, CLIENT) || can_go_on(w, SERVER));
}
