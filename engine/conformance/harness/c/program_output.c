/* What a program prints, and how it ends. */
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>

#include "peer_program.h"

/* Begins a query that prints to a stream. */
static struct peer_program *begin_output(const FILE *to)
{
    struct peer_program *g = program_enter();

    if (to != stdout && to != stderr)
        program_halt(g, "printing to a stream other than stdout and stderr");
    return g;
}

/* Ends it. */
static int end_output(struct peer_program *g, int before, int ret)
{
    long long size = ftell(g->output);

    if (g->printed + (size_t)size > MAX_OUTPUT)
        program_halt(g, "more than 64 KiB of output");
    program_leave(g, before);
    return ret;
}

int program_printf(const char *form, ...)
{
    int before = errno, ret;
    struct peer_program *g = begin_output(stdout);
    va_list arguments;

    errno = before; /* %m */
    va_start(arguments, form);
    ret = vfprintf(g->output, form, arguments);
    va_end(arguments);
    return end_output(g, before, ret);
}

int program_fprintf(FILE *to, const char *form, ...)
{
    int before = errno, ret;
    struct peer_program *g = begin_output(to);
    va_list arguments;

    va_start(arguments, form);
    ret = vfprintf(g->output, form, arguments);
    va_end(arguments);
    return end_output(g, before, ret);
}

int program_snprintf(char *to, size_t size, const char *form, ...)
{
    int before = errno, ret;
    struct peer_program *g = program_enter();
    va_list arguments;

    va_start(arguments, form);
    ret = vsnprintf(to, size, form, arguments);
    va_end(arguments);
    program_leave(g, before);
    return ret;
}

int program_puts(const char *text)
{
    int before = errno;
    struct peer_program *g = begin_output(stdout);

    fputs(text, g->output);
    fputc('\n', g->output);
    return end_output(g, before, (int)strlen(text) + 1); /* as glibc's */
}

int program_fputs(const char *text, FILE *to)
{
    int before = errno;
    struct peer_program *g = begin_output(to);
    int ret = fputs(text, g->output);

    return end_output(g, before, ret);
}

int program_putchar(int c)
{
    return program_fputc(c, stdout);
}

int program_fputc(int c, FILE *to)
{
    int before = errno;
    struct peer_program *g = begin_output(to);
    int ret = fputc(c, g->output);

    return end_output(g, before, ret);
}

void program_perror(const char *text)
{
    int before = errno;
    struct peer_program *g = begin_output(stderr);

    if (text != NULL && *text != '\0')
        fprintf(g->output, "%s: ", text);
    fprintf(g->output, "%s\n", strerror(before));
    end_output(g, before, 0);
}

/* Nothing is buffered. */
int program_fflush(FILE *of)
{
    (void)of;
    return 0;
}

void program_exit(int number)
{
    program_end(program_enter(), ENDED, number);
}

/* Also for an assert that fails. */
void program_abort(void)
{
    program_end(program_enter(), ABORTED, 0);
}

/* SIGPIPE is ignored, and nothing else comes. */
sighandler_t program_signal(int number, sighandler_t handler)
{
    (void)number;
    (void)handler;
    return SIG_IGN;
}
