#include "script.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "program_build.h"

/* The lists that follow are one line each: language.go also reads them. */
static const char *const directives[] = {"profile", "version", "start", "transport", NULL};
/* Any profile is accepted: the harness is linked to one library, whatever it is called. */
static const char *const profiles[] = {NULL};
const char *const versions[] = {"tls1.2", "tls1.3", NULL};
const char *const starts[] = {"established", "tickets", "before", NULL};
const char *const transports[] = {"socket", "bio-pair", "memory", "buffered", NULL};

void script_open(struct script *s)
{
    memset(s, 0, sizeof *s);
    s->setup.version = TLS13;
}

void script_close(struct script *s)
{
    free(s->steps);
    s->steps = NULL;
    for (int i = 0; i < 2; i++)
        free(s->programs[i].text);
    free(s->nobody.text);
}

/* Sets the error, with the number of the line, unless there is one already. */
__attribute__((format(printf, 2, 3))) static void refuse(struct script *s, const char *form, ...)
{
    va_list args;
    int n;

    if (s->error[0] != '\0')
        return;
    n = snprintf(s->error, sizeof s->error, "line %d: ", s->line);
    va_start(args, form);
    vsnprintf(s->error + n, sizeof s->error - (size_t)n, form, args);
    va_end(args);
}

static void directive(struct script *s, int which, char **words, int count)
{
    const char *const *const values[] = {profiles, versions, starts, transports};
    int value;

    if (s->count > 0 || s->programs[CLIENT].text != NULL || s->programs[SERVER].text != NULL)
        refuse(s, "%s: a directive must come before the programs and the first step", words[0]);
    if (s->seen & (1U << which))
        refuse(s, "%s: at most once", words[0]);
    s->seen |= 1U << which;
    value = count > 1 ? index_of(values[which], words[1]) : -1;
    if (values[which] == profiles && count == 2)
        return;
    if (values[which] == transports && value == PAIR) {
        s->setup.pair_size = count == 3 ? number(words[2], MAX_NUMBER) : 0;
        if (s->setup.pair_size <= 0)
            refuse(s, "bio-pair: a number of bytes was expected after it");
        count--;
    }
    if (count != 2) {
        refuse(s, "%s: one value was expected", words[0]);
        return;
    }
    if (value < 0)
        refuse(s, "%s: not a %s this harness knows", words[1], words[0]);
    else if (values[which] == versions)
        s->setup.version = (enum version)value;
    else if (values[which] == starts)
        s->setup.start = (enum start)value;
    else if (values[which] == transports)
        s->setup.transport = (enum transport)value;
}

static void append(struct script *s, struct step step)
{
    if (s->count == s->room) {
        s->room = 2 * s->room + 16;
        s->steps = realloc(s->steps, s->room * sizeof *s->steps);
        if (s->steps == NULL)
            fail("out of memory");
    }
    s->steps[s->count++] = step;
    if (step.call != NULL) {
        s->closes |= step.call->socket;
        s->blocking |= step.call->blocking && step.n == 0;
        if (strncmp(step.call->word, "SSL_write", strlen("SSL_write")) == 0)
            s->written[step.subject] += step.n;
        s->streams |= s->written[step.subject] > LOOPBACK_TAKES;
    } else if (step.network != NULL) {
        s->network = true;
        s->streams |= !step.network->shuts_down;
    }
    if (s->closes && (s->setup.transport == PAIR || s->setup.transport == MEMORY))
        refuse(s, "close: the transport has no sockets");
}

/* Parses a step that has a subject. */
static void step_line(struct script *s, char **words, int count)
{
    struct step step;
    char why[192];

    if (step_read(&step, words, count, why, sizeof why))
        append(s, step);
    else
        refuse(s, "%s", why);
}

/* Begins the text of a program. */
static void program_line(struct script *s, char **words, int count)
{
    int peer = count == 2 ? index_of(subjects, words[1]) : -1;
    struct program *p = peer == CLIENT || peer == SERVER ? &s->programs[peer] : &s->nobody;

    if (p == &s->nobody)
        refuse(s, "program: client or server was expected after it");
    if (s->count > 0)
        refuse(s, "program: must come before the first step");
    if (p->text != NULL)
        refuse(s, "program: at most once for each peer");
    free(p->text);
    *p = (struct program){.text = calloc(1, MAX_PROGRAM + 2)};
    if (p->text == NULL)
        fail("out of memory");
    s->inside = p;
}

/* Adds a line to the text of the program, or ends it. */
static void text_line(struct script *s, const char *line)
{
    struct program *p = s->inside;
    size_t size = strlen(line);

    if (size > 0 && line[size - 1] == '\r')
        size--;
    if (size == strlen("end program") && strncmp(line, "end program", size) == 0) {
        s->inside = NULL;
        return;
    }
    if (p->size + size + 1 > MAX_PROGRAM) {
        refuse(s, "the program has more than 64 KiB");
        return;
    }
    memcpy(p->text + p->size, line, size);
    p->text[p->size + size] = '\n';
    p->size += size + 1;
}

/* Reports whether the word stands in the text with no letter or underscore before it. */
static bool has_word(const char *text, const char *word)
{
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        if (at == text || strchr("_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at[-1]) == NULL)
            return true;
    return false;
}

void script_build(struct script *s)
{
    if (s->inside != NULL)
        refuse(s, "a program has no line \"end program\"");
    for (int i = 0; i < 2 && s->error[0] == '\0'; i++) {
        struct program *p = &s->programs[i];
        char why[192];

        if (p->text == NULL)
            continue;
        s->programs_close |= has_word(p->text, "close") || has_word(p->text, "shutdown");
        s->blocking |= has_word(p->text, "F_SETFL");
        p->library = program_build(p->text, why, sizeof why);
        if (p->library == NULL)
            snprintf(s->error, sizeof s->error, "program %s: %s", subjects[i], why);
    }
}

static void append_run(struct script *s, int count)
{
    if (count > 1)
        refuse(s, "run: nothing was expected after it");
    append(s, (struct step){.runs = true});
}

void script_line(struct script *s, char *line)
{
    char *words[MAX_WORDS + 1];
    char *expectation;
    int count, index;

    s->line++;
    if (s->inside != NULL) {
        text_line(s, line);
        return;
    }
    line[strcspn(line, "#")] = '\0';
    /* The harness does not check expectations. */
    if ((expectation = strstr(line, "=>")) != NULL)
        *expectation = '\0';
    count = split_words(line, words);
    if (count == 0)
        return;
    if ((index = index_of(directives, words[0])) >= 0)
        directive(s, index, words, count);
    else if (index_of(subjects, words[0]) >= 0)
        step_line(s, words, count);
    else if (strcmp(words[0], "program") == 0)
        program_line(s, words, count);
    else if (strcmp(words[0], "run") == 0)
        append_run(s, count);
    else
        refuse(s, "%s: a directive, client, server, c2s, s2c, program or run was expected", words[0]);
}
