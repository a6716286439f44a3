/*
 * The process of a peer that runs a program: a thread, since OpenSSL keeps one error queue
 * and the C library one errno for each thread. It and the main thread take turns, so that
 * only one of them runs at any time.
 */
#ifndef PROCESS_H
#define PROCESS_H

#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>

#include "runner.h"

struct process {
    struct runner runner;
    pthread_t thread;
    sem_t turn, back; /* posted when the thread's turn begins, and when it ends */
    bool waiting;     /* a call in the thread has not returned */
    bool closing;     /* the thread has to end */
    void (*work)(void *argument); /* what the thread does in its turn, NULL to go on */
    void *argument;
};

/* The following are for the main thread. */

/*
 * Starts the thread: it calls body(argument), which begins with process_pause. close is the
 * runner's: it ends with process_close.
 */
void process_open(struct process *p, void *(*body)(void *), void *argument,
                  void (*close)(struct runner *r));

/* Lets the paused thread go on. Returns false if it waits, true if it has paused again. */
bool process_go_on(struct process *p);

/* Makes a call that waits give up, and the thread end. */
void process_close(struct process *p);

/* The following is for the thread. */

/*
 * Ends the turn, and does all work that comes, until process_go_on. Returns false if the
 * thread must end. errno is the same afterwards.
 */
bool process_pause(struct process *p);

#endif
