/* A thread for the calls of a peer whose BIO blocks. */
#ifndef ACTOR_H
#define ACTOR_H

#include <pthread.h>
#include <stdbool.h>

/*
 * One thread runs at a time: the main one waits until an actor has done its work or
 * blocks in it. While nothing is done an actor is idle.
 */
struct actor {
    pthread_t thread;
    bool started;
    enum { IDLE, WORKING, BLOCKED, STOPPED } state;
    void (*work)(void *);
    void *of; /* what work is given */
};

/* Has the actor do work; returns whether it is done. Else it is blocked. */
bool actor_do(struct actor *a, void (*work)(void *), void *of);

/* Lets a blocked actor go on; returns whether its work is done. */
bool actor_resume(struct actor *a);

/* Called in the actor's work: blocks it. Returns false if it must give up. */
bool actor_block(struct actor *a);

/* Has a blocked actor give up, and ends its thread. */
void actor_close(struct actor *a);

#endif
