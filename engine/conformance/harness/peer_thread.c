#include "peer_thread.h"

#include "fail.h"

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

/* Hands the turn to somebody else and waits until the actor's state is another. */
static void wait_while(struct peer_thread *a, int state)
{
    pthread_cond_broadcast(&changed);
    while ((int)a->state == state)
        pthread_cond_wait(&changed, &turn);
}

static void *run(void *of)
{
    struct peer_thread *a = of;

    pthread_mutex_lock(&turn);
    while (a->state != STOPPED) {
        if (a->state == WORKING) {
            a->work(a->of);
            if (a->state != STOPPED)
                a->state = IDLE;
        }
        if (a->state == IDLE)
            wait_while(a, IDLE);
    }
    pthread_mutex_unlock(&turn);
    return NULL;
}

/* Lets the actor work until it is done or blocks. */
static bool work_on(struct peer_thread *a)
{
    bool done;

    pthread_mutex_lock(&turn);
    a->state = WORKING;
    if (!a->started && pthread_create(&a->thread, NULL, run, a) != 0)
        fail("cannot make a thread");
    a->started = true;
    wait_while(a, WORKING);
    done = a->state == IDLE;
    pthread_mutex_unlock(&turn);
    return done;
}

bool peer_thread_do(struct peer_thread *a, void (*work)(void *), void *of)
{
    a->work = work;
    a->of = of;
    return work_on(a);
}

bool peer_thread_resume(struct peer_thread *a)
{
    return work_on(a);
}

bool peer_thread_block(struct peer_thread *a)
{
    if (a->state != STOPPED)
        a->state = BLOCKED;
    wait_while(a, BLOCKED);
    return a->state != STOPPED;
}

void peer_thread_close(struct peer_thread *a)
{
    if (!a->started)
        return;
    pthread_mutex_lock(&turn);
    a->state = STOPPED;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&turn);
    pthread_join(a->thread, NULL);
}
