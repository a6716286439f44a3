/* A program that a peer runs, in a process of its own. */
#ifndef PEER_PROGRAM_H
#define PEER_PROGRAM_H

#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>

#include "process.h"
#include "program.h"
#include "run.h"
#include "step.h"

/* How many bytes a program may print. */
#define MAX_OUTPUT (64 << 10)

/* The descriptor of its socket. */
#define PROGRAM_FD 3

struct peer_program {
    struct process process;
    struct program_start start;
    struct world *world;
    struct peer *peer;
    bool ended;
    struct ran ran;       /* in its last step */
    sigjmp_buf leave;     /* where the thread goes on when the program has ended */
    volatile bool inside; /* the program's own code runs, not the harness's */
    volatile bool interrupted;
    FILE *output;   /* writes ran.output */
    size_t printed; /* bytes in all, in the steps before */

    /* Of a poll or select that waits, if it has a limit (process.runner.limited). */
    struct timespec due; /* when that runs out */
    bool timed_out;      /* it has run out */
};

/* Starts the process of the peer. Signals of programs are handled from then on. */
void peer_program_open(struct world *w, enum subject peer, struct program_start start);

/* Step n: the program goes on until it has made its next call, waits or has ended. */
struct outcome peer_program_next(struct peer_program *g, size_t n);

/* Step n: the time limit of its poll or select runs out, if it waits in one that has a limit. */
struct outcome peer_program_timeout(struct peer_program *g, size_t n);

/* Reports whether peer_program_next would do anything. */
bool peer_program_can_go_on(const struct peer_program *g);

/* The rest is for the calls and queries of program.h, in the program's thread. */

/* The program of this thread. */
struct peer_program *program_self(void);

/* Begins a call or a query: the harness's code runs now. */
struct peer_program *program_enter(void);

/* Ends a query. errno is as before if it is saved from before. */
void program_leave(struct peer_program *g, int saved_errno);

/* Begins a call of the given name and line, and clears errno. */
struct peer_program *program_call(int line, const char *name);

/*
 * Ends a call: pauses until the program's next step. The outcome of the call, which is to
 * be filled before, is that of program_outcome.
 */
void program_return(struct peer_program *g);
struct outcome *program_outcome(struct peer_program *g);

/* A time so much later. It stops at the last second that there is. */
struct timespec clock_after(struct timespec t, time_t seconds, long nanoseconds);

/* Halts the program, because it does what the language does not allow. */
__attribute__((noreturn, format(printf, 2, 3))) void program_halt(struct peer_program *g, const char *form, ...);

/* Ends the program: how is ENDED, with a number, or another. */
__attribute__((noreturn)) void program_end(struct peer_program *g, int how, int number);

#endif
