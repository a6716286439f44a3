/* The system calls of a program: its socket, and the clock. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>

#include "peer_program.h"
#include "world.h"

static enum subject who(const struct peer_program *g)
{
    return g->peer->server ? SERVER : CLIENT;
}

/* Ends a call that returns ret and sets errno if that is -1. */
static int end_system(struct peer_program *g, int ret, int number)
{
    *program_outcome(g) = (struct outcome){.keys = KEYS_SYSTEM, .ret = ret, .error_number = number};
    errno = number;
    program_return(g);
    return ret;
}

/* Reports whether fd is the open socket, and halts the program if it is neither that nor none. */
static bool own_socket(struct peer_program *g, int fd, const char *name)
{
    if (fd >= 0 && (fd != PROGRAM_FD || !g->world->sockets))
        program_halt(g, "%s of another descriptor than the own socket", name);
    return fd >= 0 && world_poll(g->world, who(g)) >= 0;
}

int program_shutdown(int line, int fd, int how)
{
    struct peer_program *g = program_enter();
    bool open = own_socket(g, fd, "shutdown");
    int number;

    if (how != SHUT_WR)
        program_halt(g, "shutdown other than SHUT_WR");
    program_call(line, "shutdown");
    number = open ? g->world->transport->shutdown(g->world, who(g)) : EBADF;
    return end_system(g, number == 0 ? 0 : -1, number);
}

int program_close(int line, int fd)
{
    struct peer_program *g = program_enter();
    bool open = own_socket(g, fd, "close");

    program_call(line, "close");
    if (open)
        g->world->transport->close_socket(g->world, who(g));
    return end_system(g, open ? 0 : -1, open ? 0 : EBADF);
}

/* The status flags of the socket. */
static int get_flags(const struct peer_program *g)
{
    return O_RDWR | (g->peer->socket.blocks == NULL ? O_NONBLOCK : 0);
}

int program_fcntl(int line, int fd, int command, ...)
{
    int before = errno, flags = 0;
    struct peer_program *g = program_enter();
    bool open = own_socket(g, fd, "fcntl");
    va_list arguments;

    if (command == F_GETFL) {
        flags = open ? get_flags(g) : -1;
        program_leave(g, before);
        return flags;
    }
    if (command != F_SETFL)
        program_halt(g, "fcntl other than F_GETFL and F_SETFL");
    va_start(arguments, command);
    flags = va_arg(arguments, int);
    va_end(arguments);
    program_call(line, "fcntl");
    if (open)
        g->peer->socket.blocks = (flags & O_NONBLOCK) == 0 ? g->peer->runner : NULL;
    return end_system(g, open ? 0 : -1, open ? 0 : EBADF);
}

static void pass(struct peer_program *g, time_t seconds, long nanoseconds)
{
    g->world->clock = clock_after(g->world->clock, seconds, nanoseconds);
}

unsigned program_sleep(int line, unsigned seconds)
{
    struct peer_program *g = program_call(line, "sleep");

    pass(g, seconds, 0);
    return (unsigned)end_system(g, 0, 0);
}

int program_usleep(int line, useconds_t microseconds)
{
    struct peer_program *g = program_call(line, "usleep");

    pass(g, microseconds / 1000000, microseconds % 1000000 * 1000L);
    return end_system(g, 0, 0);
}

int program_nanosleep(int line, const struct timespec *time, struct timespec *left)
{
    struct peer_program *g = program_call(line, "nanosleep");

    (void)left; /* nothing is left */
    if (time->tv_sec < 0 || time->tv_nsec < 0 || time->tv_nsec > 999999999)
        return end_system(g, -1, EINVAL);
    pass(g, time->tv_sec, time->tv_nsec);
    return end_system(g, 0, 0);
}

time_t program_time(time_t *to)
{
    if (to != NULL)
        *to = program_self()->world->clock.tv_sec;
    return program_self()->world->clock.tv_sec;
}

int program_clock_gettime(clockid_t clock, struct timespec *to)
{
    (void)clock;
    *to = program_self()->world->clock;
    return 0;
}

int program_gettimeofday(struct timeval *to, void *zone)
{
    const struct timespec *clock = &program_self()->world->clock;

    (void)zone;
    if (to != NULL)
        *to = (struct timeval){clock->tv_sec, clock->tv_nsec / 1000};
    return 0;
}
