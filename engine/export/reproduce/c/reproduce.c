#include "reproduce.h"

#include <openssl/crypto.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "trace_text.h"
#include "world.h"
#if RETRY
#include "sizes.h"
#endif
#if PROGRAMS
#include "peer_program.h"
#endif
#if RUN
#include "turns.h"
#endif

static struct world world;
static struct identity identity;
static size_t steps_taken;
static FILE *out;
#if RETRY
static char *printed; /* it is printed at the end, if the lengths were as usual */
static size_t printed_size;
#endif

#if PROGRAMS
/* Starts the program of a peer in the last of its functions that takes an SSL. */
static void start_program(enum subject peer, const struct program_start *starts, size_t count)
{
    while (count > 0 && starts[count - 1].returns == NULL && starts[count - 1].silent == NULL)
        count--;
    if (count == 0)
        fail("a program has no function with one parameter, of type SSL *, that returns int or void");
    peer_program_open(&world, peer, starts[count - 1]);
}

#endif
void begin(const char *version, const char *start, const char *transport, int size)
{
    struct setup s = {
        .version = (enum version)index_of(versions, version),
        .start = (enum start)index_of(starts, start),
        .transport = (enum transport)index_of(transports, transport),
        .pair_size = size,
    };

    /* The machine's openssl.cnf must not change the result. */
    if (!OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG, NULL))
        fail("cannot start OpenSSL");
    steps_taken = 0;
#if RETRY
    out = open_memstream(&printed, &printed_size);
    if (out == NULL)
        fail("out of memory");
#else
    out = stdout;
#endif
    identity = identity_new();
    world_open(&world, &s, &identity);
#if RETRY
    sizes_prepare(&world, &s);
#endif
    world_connect(&world, &s);
#if CLIENT_PROGRAM
    start_program(CLIENT, client_starts, sizeof client_starts / sizeof *client_starts);
#endif
#if SERVER_PROGRAM
    start_program(SERVER, server_starts, sizeof server_starts / sizeof *server_starts);
#endif
#if BLOCKING
    world_make_blockable(&world);
#endif
}

/* Takes a step and prints it. */
static struct outcome take(const struct step *s)
{
    struct outcome o = world_step(&world, s, ++steps_taken);

    trace_text(out, steps_taken, s, &o, &world);
    fflush(out);
#if RETRY
    sizes_check(&world.records);
#endif
    return o;
}

#if RUN
/* Takes the steps of run. */
static void run(void)
{
    struct turns t = {0};
    struct step s;

    while (turns_next(&t, &world, &s)) {
        struct outcome o = take(&s);

        turns_bound(&t, &world, &o);
    }
}

#endif
void step(const char *line)
{
    char copy[128], *words[MAX_WORDS + 1], why[192];
    struct step s;

#if RUN
    if (strcmp(line, "run") == 0) {
        run();
        return;
    }
#endif
    snprintf(copy, sizeof copy, "%s", line);
    if (!step_read(&s, words, split_words(copy, words), why, sizeof why))
        fail(why);
    take(&s);
}

int end(void)
{
    putc('\n', out);
    world_close(&world);
    identity_free(&identity);
#if RETRY
    fclose(out);
    if (sizes_usual())
        fwrite(printed, 1, printed_size, stdout);
    free(printed);
    return sizes_usual();
#else
    return 1;
#endif
}
