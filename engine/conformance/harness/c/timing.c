#include "timing.h"

#include <time.h>

#include "real_transport.h"
#include "world.h"

static long long now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

void timing_run(struct timing *t, const struct script *s, const struct identity *id)
{
    long long begun, connected, done;
    struct world w;

    world_open(&w, &s->setup, id);
    begun = now();
    world_connect(&w, &s->setup);
    real_transport_connect(&w, s);
    connected = now();
    for (size_t i = 0; i < s->count; i++)
        world_do(&w, &s->steps[i]);
    done = now();
    world_close(&w);
    t->scripts++;
    t->steps += (long long)s->count;
    t->whole += done - begun;
    t->stepping += done - connected;
}

void timing_print(FILE *out, const struct timing *t)
{
    fprintf(out, "{\"scripts\":%lld,\"steps\":%lld,\"whole\":%lld,\"stepping\":%lld}\n", t->scripts,
            t->steps, t->whole, t->stepping);
}
