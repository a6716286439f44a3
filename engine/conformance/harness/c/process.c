#include "process.h"

#include <errno.h>
#include <signal.h>
#include <time.h>

#include "fail.h"

/* How long a turn may take, in seconds, until the thread gets SIGUSR1. */
#define LONGEST_TURN 5

static void wait_for_turn(sem_t *s)
{
    while (sem_wait(s) != 0)
        if (errno != EINTR)
            fail("cannot wait for a thread");
}

/* Waits until the turn has ended, or for the time of the longest one. */
static bool wait_for_end(struct process *p)
{
    struct timespec until;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += LONGEST_TURN;
    while (sem_timedwait(&p->back, &until) != 0)
        if (errno == ETIMEDOUT)
            return false;
    return true;
}

/* Gives the thread a turn. A program that makes no call in all that time is interrupted. */
static void give_turn(struct process *p)
{
    sem_post(&p->turn);
    if (wait_for_end(p))
        return;
    pthread_kill(p->thread, SIGUSR1);
    if (!wait_for_end(p))
        fail("a thread cannot be interrupted");
}

/* Ends the turn, until process_resume or process_close. */
static bool process_wait(struct runner *r)
{
    struct process *p = (struct process *)r; /* its first member */
    int before = errno;

    if (p->closing)
        return false;
    p->waiting = true;
    sem_post(&p->back);
    wait_for_turn(&p->turn);
    p->waiting = false;
    errno = before;
    return !p->closing;
}

static bool process_start(struct runner *r, void (*work)(void *), void *argument)
{
    struct process *p = (struct process *)r;

    p->work = work;
    p->argument = argument;
    give_turn(p);
    return !p->waiting;
}

static bool process_resume(struct runner *r)
{
    struct process *p = (struct process *)r;

    give_turn(p);
    return !p->waiting;
}

bool process_go_on(struct process *p)
{
    return process_start(&p->runner, NULL, NULL);
}

void process_open(struct process *p, void *(*body)(void *), void *argument,
                  void (*close)(struct runner *r))
{
    *p = (struct process){.runner = {
                              .wait = process_wait,
                              .start = process_start,
                              .resume = process_resume,
                              .close = close,
                              .own_errors = true,
                          }};
    if (sem_init(&p->turn, 0, 0) != 0 || sem_init(&p->back, 0, 0) != 0 ||
        pthread_create(&p->thread, NULL, body, argument) != 0)
        fail("cannot start a thread");
    wait_for_turn(&p->back); /* the body begins with process_pause */
}

bool process_pause(struct process *p)
{
    int before = errno;

    while (!p->closing) {
        sem_post(&p->back);
        wait_for_turn(&p->turn);
        if (p->closing || p->work == NULL)
            break;
        p->work(p->argument);
    }
    errno = before;
    return !p->closing;
}

void process_close(struct process *p)
{
    p->closing = true;
    sem_post(&p->turn);
    if (pthread_join(p->thread, NULL) != 0)
        fail("cannot end a thread");
    sem_destroy(&p->turn);
    sem_destroy(&p->back);
}
