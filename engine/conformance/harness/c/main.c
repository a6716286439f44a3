/*
 * Runs scripts on a real OpenSSL and prints what it did. The engine has to print the
 * same.
 *
 *     harness [-json]     reads scripts from standard input, with a line "---" between
 *                         them. Prints one JSON object for each step and an empty line
 *                         after each script. A script that breaks the grammar gives
 *                         {"error":"..."} instead. -json is accepted so that it can
 *                         replace the command trace.
 *     harness -streams    does the same, but always connects the peers by its own streams,
 *                         never by the kernel's TCP. Both have to print the same.
 *     harness -time       prints no trace, but how long all scripts took. Scripts with
 *                         BIO_set_nbio 0 are refused: a call may block for ever.
 *     harness -version    prints the OpenSSL that it runs on.
 */
#include <openssl/crypto.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "peer_program.h"
#include "program_build.h"
#include "real_transport.h"
#include "run.h"
#include "script.h"
#include "timing.h"
#include "trace.h"
#include "turns.h"
#include "world.h"

enum task { TRACE, TRACE_STREAMS, TIME, VERSION };

static enum task task_of(int argc, char **argv)
{
    if (argc == 1 || (argc == 2 && strcmp(argv[1], "-json") == 0))
        return TRACE;
    if (argc == 2 && strcmp(argv[1], "-streams") == 0)
        return TRACE_STREAMS;
    if (argc == 2 && strcmp(argv[1], "-time") == 0)
        return TIME;
    if (argc != 2 || strcmp(argv[1], "-version") != 0)
        fail("usage: harness [-json | -streams | -time | -version]");
    return VERSION;
}

/* Takes a step, and prints it. */
static void take(struct world *w, const struct step *step, size_t *n)
{
    struct outcome o = world_step(w, step, ++*n);

    trace_step(stdout, *n, step, &o, w, false);
}

/* Takes the steps of run. */
static void run(struct world *w, size_t *n)
{
    struct turns t = {0};
    struct step step;

    while (turns_next(&t, w, &step)) {
        struct outcome o = world_step(w, &step, ++*n);

        trace_step(stdout, *n, &step, &o, w, turns_bound(&t, w, &o));
    }
}

static void trace(const struct script *s, const struct identity *id, bool always_streams)
{
    struct program_library libraries[2];
    struct world w;
    size_t n = 0;

    world_open(&w, &s->setup, id);
    world_connect(&w, &s->setup);
    if (!always_streams)
        real_transport_connect(&w, s);
    for (int i = 0; i < 2; i++) {
        libraries[i] = program_load(s->programs[i].library);
        if (libraries[i].handle != NULL)
            peer_program_open(&w, (enum subject)i, libraries[i].start);
    }
    if (s->blocking)
        world_make_blockable(&w);
    for (size_t i = 0; i < s->count; i++)
        if (s->steps[i].runs)
            run(&w, &n);
        else
            take(&w, &s->steps[i], &n);
    world_close(&w);
    program_unload(&libraries[CLIENT]);
    program_unload(&libraries[SERVER]);
}

/* Returns why the script cannot be run, or NULL. */
static const char *refusal(const struct script *s, enum task task)
{
    if (s->error[0] != '\0')
        return s->error;
    if (task == TIME && (s->programs[CLIENT].text != NULL || s->programs[SERVER].text != NULL))
        return "program: not with -time";
    return task == TIME && s->blocking ? "BIO_set_nbio 0: not with -time" : NULL;
}

/* Runs or refuses the script that has been read, and begins a new one. */
static void finish(struct script *s, const struct identity *id, enum task task, struct timing *t)
{
    const char *why;

    script_build(s);
    why = refusal(s, task);
    if (why != NULL)
        trace_error(stdout, why);
    else if (task == TIME)
        timing_run(t, s, id);
    else
        trace(s, id, task == TRACE_STREAMS);
    if (task != TIME) {
        putchar('\n');
        fflush(stdout);
    }
    script_close(s);
    script_open(s);
}

/* Runs every script on standard input. */
static void run_all(enum task task)
{
    struct identity id = identity_new();
    struct timing timing = {0};
    struct script s;
    char *line = NULL;
    size_t room = 0;

    script_open(&s);
    while (getline(&line, &room, stdin) >= 0) {
        line[strcspn(line, "\n")] = '\0';
        if (s.inside == NULL && strcmp(line, "---") == 0)
            finish(&s, &id, task, &timing);
        else
            script_line(&s, line);
    }
    if (s.line > 0)
        finish(&s, &id, task, &timing);
    if (task == TIME)
        timing_print(stdout, &timing);
    script_close(&s);
    identity_free(&id);
    free(line);
}

int main(int argc, char **argv)
{
    enum task task = task_of(argc, argv);

    if (task == VERSION)
        return puts(OpenSSL_version(OPENSSL_VERSION)) < 0;
    signal(SIGPIPE, SIG_IGN);
    /* The machine's openssl.cnf must not change the result. */
    if (!OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG, NULL))
        fail("cannot start OpenSSL");
    run_all(task);
    return 0;
}
