/* A thread for the calls of a peer whose BIO blocks. */
#ifndef PEER_THREAD_H
#define PEER_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/*
 * One thread runs at a time: the main one waits until an actor has done its work or
 * blocks in it. While nothing is done an actor is idle.
 */
struct peer_thread {
    pthread_t thread;
    bool started;
    enum { IDLE, WORKING, BLOCKED, STOPPED } state;
    void (*work)(void *);
    void *of; /* what work is given */
};

/* Has the actor do work; returns whether it is done. Else it is blocked. */
bool peer_thread_do(struct peer_thread *a, void (*work)(void *), void *of);

/* Lets a blocked actor go on; returns whether its work is done. */
bool peer_thread_resume(struct peer_thread *a);

/* Called in the actor's work: blocks it. Returns false if it must give up. */
bool peer_thread_block(struct peer_thread *a);

/* Has a blocked actor give up, and ends its thread. */
void peer_thread_close(struct peer_thread *a);

#endif
