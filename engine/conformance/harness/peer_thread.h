/* A thread that makes the calls of a peer whose BIO blocks. */
#ifndef PEER_THREAD_H
#define PEER_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/*
 * Only one thread runs at a time. The main thread waits until the peer's thread has
 * done its work or has blocked in it.
 */
struct peer_thread {
    pthread_t thread;
    bool started;
    enum { IDLE, WORKING, BLOCKED, STOPPED } state;
    void (*work)(void *argument);
    void *argument;
};

/* Calls work(argument) in the thread. Returns true if it has returned, false if it blocks. */
bool peer_thread_do(struct peer_thread *t, void (*work)(void *), void *argument);

/* Continues a blocked thread. Returns true if its work has returned. */
bool peer_thread_resume(struct peer_thread *t);

/*
 * Called from within the work: blocks until peer_thread_resume. Returns false if the
 * work must give up.
 */
bool peer_thread_block(struct peer_thread *t);

/* Makes blocked work give up, and ends the thread. */
void peer_thread_close(struct peer_thread *t);

#endif
