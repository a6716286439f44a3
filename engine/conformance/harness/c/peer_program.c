#include "peer_program.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "blocking.h"
#include "fail.h"
#include "world.h"

static __thread struct peer_program *self;

/* What siglongjmp brings to peer_program.leave. */
enum { BEGIN, LEFT, CLOSED };

/*
 * A program that crashes is halted, and so is one that gets SIGUSR1 because it makes no
 * call for too long. Handlers have a stack of their own: a recursion may have used up the
 * program's.
 */
static void on_signal(int number)
{
    if (self == NULL)
        signal(number, SIG_DFL); /* not a program crashes */
    else if (number == SIGUSR1 && !self->inside)
        self->interrupted = true;
    else
        program_halt(self, "%s", number == SIGUSR1 ? "no call for too long" : strsignal(number));
}

static void handle_signals(void)
{
    static const int numbers[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGUSR1};
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_ONSTACK};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], &action, NULL) != 0)
            fail("cannot handle signals");
}

/* Pauses the thread until the next step, or leaves it for ever. */
static void pause_thread(struct peer_program *g)
{
    if (!process_pause(&g->process))
        siglongjmp(g->leave, CLOSED);
}

__attribute__((noreturn)) static void run_program(struct peer_program *g)
{
    int number = 0;

    g->inside = true;
    if (g->start.returns != NULL)
        number = g->start.returns(g->peer->ssl);
    else
        g->start.silent(g->peer->ssl);
    g->inside = false;
    program_end(g, ENDED, number);
}

/* The body of the thread. */
static void *program_thread(void *argument)
{
    struct peer_program *g = argument;
    stack_t stack = {.ss_size = 1 << 16, .ss_sp = malloc(1 << 16)};

    self = g;
    if (stack.ss_sp == NULL || sigaltstack(&stack, NULL) != 0)
        fail("cannot make a stack for signals");
    switch (sigsetjmp(g->leave, 1)) {
    case BEGIN:
        pause_thread(g);
        run_program(g);
    case LEFT:
        for (;;)
            pause_thread(g);
    }
    stack.ss_flags = SS_DISABLE;
    sigaltstack(&stack, NULL);
    free(stack.ss_sp);
    return NULL;
}

static void open_output(struct peer_program *g)
{
    g->output = open_memstream(&g->ran.output, &g->ran.size);
    if (g->output == NULL || fflush(g->output) != 0) /* sets output and size */
        fail("out of memory");
}

static void close_output(struct peer_program *g)
{
    fclose(g->output);
    free(g->ran.output);
}

/* Closes the runner of a program. */
static void close_program(struct runner *r)
{
    struct peer_program *g = (struct peer_program *)r; /* the first member of its first member */

    process_close(&g->process);
    close_output(g);
    free(g);
}

void peer_program_open(struct world *w, enum subject peer, struct program_start start)
{
    struct peer_program *g = calloc(1, sizeof *g);

    if (g == NULL)
        fail("out of memory");
    handle_signals();
    g->world = w;
    g->peer = &w->peers[peer];
    g->start = start;
    open_output(g);
    process_open(&g->process, program_thread, g, close_program);
    g->peer->program = g;
    g->peer->runner = &g->process.runner;
}

bool peer_program_can_go_on(const struct peer_program *g)
{
    return !g->ended && !g->world->calls[g->peer->server].blocked;
}

struct outcome peer_program_next(struct peer_program *g, size_t n)
{
    struct blockable_call *call = &g->world->calls[g->peer->server];
    struct outcome o;

    if (!peer_program_can_go_on(g))
        return (struct outcome){0};
    g->printed += g->ran.size;
    close_output(g);
    g->ran = (struct ran){0};
    open_output(g);
    *call = (struct blockable_call){.n = n};
    call->blocked = !process_go_on(&g->process);
    fflush(g->output);
    o = call->blocked ? (struct outcome){.blocked = true} : call->outcome;
    o.ran = &g->ran;
    return o;
}

struct outcome peer_program_timeout(struct peer_program *g, size_t n)
{
    struct timespec *clock = &g->world->clock;

    (void)n;
    if (!g->process.runner.limited)
        return (struct outcome){0};
    if (clock->tv_sec < g->due.tv_sec ||
        (clock->tv_sec == g->due.tv_sec && clock->tv_nsec < g->due.tv_nsec))
        *clock = g->due;
    g->timed_out = true;
    return (struct outcome){0};
}

struct peer_program *program_self(void)
{
    return self;
}

struct peer_program *program_enter(void)
{
    self->inside = false;
    return self;
}

void program_leave(struct peer_program *g, int saved_errno)
{
    if (g->interrupted)
        program_halt(g, "no call for too long");
    errno = saved_errno;
    g->inside = true;
}

struct peer_program *program_call(int line, const char *name)
{
    struct peer_program *g = program_enter();

    g->ran.call = name;
    g->ran.line = line;
    errno = 0;
    return g;
}

struct outcome *program_outcome(struct peer_program *g)
{
    return &g->world->calls[g->peer->server].outcome;
}

void program_return(struct peer_program *g)
{
    int before = errno;

    g->interrupted = false;
    pause_thread(g);
    program_leave(g, before);
}

void program_halt(struct peer_program *g, const char *form, ...)
{
    va_list arguments;

    va_start(arguments, form);
    vsnprintf(g->ran.halted, sizeof g->ran.halted, form, arguments);
    va_end(arguments);
    program_end(g, HALTED, 0);
}

void program_end(struct peer_program *g, int how, int number)
{
    g->inside = false;
    g->ended = true;
    g->ran.end = how;
    g->ran.exit = number;
    g->ran.call = NULL;
    siglongjmp(g->leave, LEFT);
}

struct timespec clock_after(struct timespec t, time_t seconds, long nanoseconds)
{
    t.tv_nsec += nanoseconds;
    if (t.tv_nsec >= 1000000000) {
        t.tv_nsec -= 1000000000;
        t.tv_sec++;
    }
    if (__builtin_add_overflow(t.tv_sec, seconds, &t.tv_sec))
        t.tv_sec = INT64_MAX;
    return t;
}
