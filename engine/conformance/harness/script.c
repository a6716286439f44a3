#include "script.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"
#include "verbs.h"

#define MAX_WORDS 6

static const char *const directives[] = {"profile", "version", "start", "transport", NULL};
/* A profile names the library that the harness is linked to, so any is accepted. */
static const char *const profiles[] = {NULL};
static const char *const versions[] = {"tls1.2", "tls1.3", NULL};
static const char *const starts[] = {"established", "tickets", "before", NULL};
static const char *const transports[] = {"socket", "bio-pair", "memory", "buffered", NULL};

void script_open(struct script *s)
{
    memset(s, 0, sizeof *s);
    s->version = TLS13;
}

void script_close(struct script *s)
{
    free(s->steps);
    s->steps = NULL;
}

/* Keeps the first error, with the line it is in. */
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

/* The index of word in a list that ends with NULL, or -1. */
static int find(const char *const *list, const char *word)
{
    for (int i = 0; list[i] != NULL; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    return -1;
}

/* Reads a decimal number from 0 to most, digits only; -1 where it is not one. */
static long number(const char *word, long most)
{
    long n = 0;

    for (const char *c = word; *c != '\0'; c++) {
        if (*c < '0' || *c > '9' || n > most)
            return -1;
        n = 10 * n + (*c - '0');
    }
    return n > most ? -1 : n;
}

static void directive(struct script *s, int which, char **words, int count)
{
    const char *const *const values[] = {profiles, versions, starts, transports};
    int value;

    if (s->count > 0)
        refuse(s, "%s: a directive stands before the first step", words[0]);
    if (s->seen & (1U << which))
        refuse(s, "%s: at most once", words[0]);
    s->seen |= 1U << which;
    value = count > 1 ? find(values[which], words[1]) : -1;
    if (values[which] == profiles && count == 2)
        return;
    if (values[which] == transports && value == PAIR) {
        s->pair_size = count == 3 ? number(words[2], MAX_CAPACITY) : 0;
        if (s->pair_size <= 0)
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
        s->version = (enum version)value;
    else if (values[which] == starts)
        s->start = (enum start)value;
    else if (values[which] == transports)
        s->transport = (enum transport)value;
}

/* How many words of the line the verb takes, 0 where it is another. */
static int matches(const struct verb_spec *v, char **words, int count)
{
    const char *blank = strchr(v->word, ' ');
    size_t first = blank != NULL ? (size_t)(blank - v->word) : strlen(v->word);

    if (count < 1 || strlen(words[0]) != first || strncmp(words[0], v->word, first) != 0)
        return 0;
    if (blank == NULL)
        return 1;
    return count > 1 && strcmp(words[1], blank + 1) == 0 ? 2 : 0;
}

/* Reads what stands behind the verb. */
static long argument(struct script *s, const struct verb_spec *v, char **words, int count)
{
    bool wanted = v->words != NULL || v->most > 0;
    long n;

    if (count != wanted) {
        refuse(s, "%s: %s was expected after it", v->word, wanted ? "one value" : "nothing");
        return 0;
    }
    if (!wanted)
        return 0;
    if (v->all && strcmp(words[0], "all") == 0)
        return ALL;
    n = v->words != NULL ? find(v->words, words[0]) : number(words[0], v->most);
    if (n < 0)
        refuse(s, "%s: not a value of %s", words[0], v->word);
    return n;
}

/* Says what the harness cannot run though the language has it. */
static void check_supported(struct script *s)
{
    if (s->sockets && (s->network || s->blocking || s->transport != SOCKET))
        refuse(s, "close: sockets have no place for steps of the network, blocking or another transport");
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
    s->network |= verbs[step.verb].network;
    s->sockets |= step.verb == VERB_CLOSE;
    s->blocking |= step.verb == VERB_SET_NBIO && step.n == 0;
}

static void step_line(struct script *s, enum subject who, char **words, int count)
{
    bool network = who == C2S || who == S2C;

    for (int v = 0; v < VERB_COUNT; v++) {
        int used = verbs[v].network == network ? matches(&verbs[v], words, count) : 0;
        struct step step = {who, (enum verb)v, 0};

        if (used == 0)
            continue;
        step.n = argument(s, &verbs[v], words + used, count - used);
        append(s, step);
        check_supported(s);
        return;
    }
    refuse(s, "%s: not a step of %s", count > 0 ? words[0] : "", subjects[who]);
}

void script_line(struct script *s, char *line)
{
    char *words[MAX_WORDS + 1];
    char *rest = line;
    int count = 0;
    int index;

    s->line++;
    line[strcspn(line, "#")] = '\0';
    for (char *w; count <= MAX_WORDS && (w = strtok_r(rest, " \t\r", &rest)) != NULL;)
        words[count++] = w;
    if (count == 0)
        return;
    if ((index = find(directives, words[0])) >= 0)
        directive(s, index, words, count);
    else if ((index = find(subjects, words[0])) >= 0)
        step_line(s, (enum subject)index, words + 1, count - 1);
    else
        refuse(s, "%s: a directive, client, server, c2s or s2c was expected", words[0]);
}

void step_text(const struct step *step, char *to, size_t size)
{
    const struct verb_spec *v = &verbs[step->verb];
    int n = snprintf(to, size, "%s %s", subjects[step->subject], v->word);

    if (v->words != NULL)
        snprintf(to + n, size - (size_t)n, " %s", v->words[step->n]);
    else if (step->n == ALL)
        snprintf(to + n, size - (size_t)n, " all");
    else if (v->most > 0)
        snprintf(to + n, size - (size_t)n, " %ld", step->n);
}
