/*
 * Runs scripts on a real OpenSSL and prints what it did.
 *
 * Reads scripts from the standard input, with a line "---" between them; prints
 * for each one JSON object a step and then an empty line. A script that breaks
 * the grammar gives one object {"error":"..."} instead. With the argument -version
 * it prints which OpenSSL it runs on; with -time it prints no trace, but at the
 * end how long all scripts took; -json changes nothing, so that it can stand in
 * for the command trace. Built against a release, this is the truth that the
 * engine is held to.
 */
#include <openssl/crypto.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "run.h"
#include "script.h"
#include "timing.h"
#include "trace.h"

/* What the arguments ask for. */
enum task { TRACE, TIME, VERSION };

static enum task task_of(int argc, char **argv)
{
    if (argc == 1 || (argc == 2 && strcmp(argv[1], "-json") == 0))
        return TRACE;
    if (argc == 2 && strcmp(argv[1], "-time") == 0)
        return TIME;
    if (argc != 2 || strcmp(argv[1], "-version") != 0)
        fail("usage: harness [-json | -time | -version]");
    return VERSION;
}

static void trace(const struct script *s, const struct identity *id)
{
    struct world w;

    world_open(&w, s, id);
    world_connect(&w, s);
    for (size_t i = 0; i < s->count; i++) {
        struct outcome o = world_step(&w, &s->steps[i], i + 1);

        trace_step(stdout, i + 1, &s->steps[i], &o, &w);
    }
    world_close(&w);
}

/* Ends the script that was read: runs or refuses it. */
static void finish(struct script *s, const struct identity *id, enum task task, struct timing *t)
{
    if (s->error[0] != '\0')
        trace_error(stdout, s->error);
    else if (task == TIME)
        timing_run(t, s, id);
    else
        trace(s, id);
    if (task == TRACE) {
        putchar('\n');
        fflush(stdout);
    }
    script_close(s);
    script_open(s);
}

/* Runs every script of the standard input. */
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
        if (strcmp(line, "---") == 0)
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
    /* The machine's own configuration must not change what is measured. */
    if (!OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG, NULL))
        fail("cannot start OpenSSL");
    run_all(task);
    return 0;
}
