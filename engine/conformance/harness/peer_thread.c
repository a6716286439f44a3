#include "peer_thread.h"

#include "fail.h"

/* Held by the one thread that runs. */
static pthread_mutex_t running = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t state_changed = PTHREAD_COND_INITIALIZER;

/* Lets other threads run until the state is a different one. */
static void wait_while(struct peer_thread *t, int state)
{
    pthread_cond_broadcast(&state_changed);
    while ((int)t->state == state)
        pthread_cond_wait(&state_changed, &running);
}

static void *run(void *argument)
{
    struct peer_thread *t = argument;

    pthread_mutex_lock(&running);
    while (t->state != STOPPED) {
        if (t->state == WORKING) {
            t->work(t->argument);
            if (t->state != STOPPED)
                t->state = IDLE;
        }
        if (t->state == IDLE)
            wait_while(t, IDLE);
    }
    pthread_mutex_unlock(&running);
    return NULL;
}

bool peer_thread_resume(struct peer_thread *t)
{
    bool done;

    pthread_mutex_lock(&running);
    t->state = WORKING;
    if (!t->started && pthread_create(&t->thread, NULL, run, t) != 0)
        fail("cannot make a thread");
    t->started = true;
    wait_while(t, WORKING);
    done = t->state == IDLE;
    pthread_mutex_unlock(&running);
    return done;
}

bool peer_thread_do(struct peer_thread *t, void (*work)(void *), void *argument)
{
    t->work = work;
    t->argument = argument;
    return peer_thread_resume(t);
}

bool peer_thread_block(struct peer_thread *t)
{
    if (t->state != STOPPED)
        t->state = BLOCKED;
    wait_while(t, BLOCKED);
    return t->state != STOPPED;
}

void peer_thread_close(struct peer_thread *t)
{
    if (!t->started)
        return;
    pthread_mutex_lock(&running);
    t->state = STOPPED;
    pthread_cond_broadcast(&state_changed);
    pthread_mutex_unlock(&running);
    pthread_join(t->thread, NULL);
}
