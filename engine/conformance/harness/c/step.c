#include "step.h"

#include <stdio.h>
#include <string.h>

#include "fail.h"

/* One line: language.go also reads it. */
const char *const subjects[] = {"client", "server", "c2s", "s2c", NULL};

int split_words(char *line, char **words)
{
    int count = 0;

    for (char *w; count <= MAX_WORDS && (w = strtok_r(line, " \t\r", &line)) != NULL;)
        words[count++] = w;
    return count;
}

/* How many words of the line the step's word takes, 0 if it is a different one. */
static int words_taken(const char *word, char **words, int count)
{
    const char *blank = strchr(word, ' ');
    size_t first = blank != NULL ? (size_t)(blank - word) : strlen(word);

    if (count < 1 || strlen(words[0]) != first || strncmp(words[0], word, first) != 0)
        return 0;
    if (blank == NULL)
        return 1;
    return count > 1 && strcmp(words[1], blank + 1) == 0 ? 2 : 0;
}

static const struct call *find_call(char **words, int count)
{
    const struct call *c = calls;

    while (c->word != NULL && words_taken(c->word, words, count) == 0)
        c++;
    return c->word != NULL ? c : NULL;
}

static const struct network_step *find_network_step(char **words, int count)
{
    const struct network_step *n = network_steps;

    while (n->word != NULL && words_taken(n->word, words, count) == 0)
        n++;
    return n->word != NULL ? n : NULL;
}

static const struct program_step *find_program_step(char **words, int count)
{
    const struct program_step *p = program_steps;

    while (p->word != NULL && words_taken(p->word, words, count) == 0)
        p++;
    return p->word != NULL ? p : NULL;
}

const char *step_word(const struct step *step)
{
    if (step->program != NULL)
        return step->program->word;
    return step->call != NULL ? step->call->word : step->network->word;
}

const struct argument *step_argument(const struct step *step)
{
    static const struct argument nothing = NOTHING;

    if (step->program != NULL)
        return &nothing;
    return step->call != NULL ? &step->call->argument : &step->network->argument;
}

/* Reads what follows the word of a step. */
static bool read_argument(struct step *step, char **words, int count, char *why, size_t size)
{
    const struct argument *a = step_argument(step);
    const char *word = step_word(step);
    bool wanted = argument_wanted(a);

    if (count != wanted) {
        snprintf(why, size, "%s: %s was expected after it", word, wanted ? "one value" : "nothing");
        return false;
    }
    step->n = wanted ? argument_read(a, words[0]) : 0;
    if (step->n < ALL)
        snprintf(why, size, "%s: not a value of %s", words[0], word);
    return step->n >= ALL;
}

bool step_read(struct step *step, char **words, int count, char *why, size_t size)
{
    int subject = count > 0 ? index_of(subjects, words[0]) : -1, taken;
    bool peer = subject == CLIENT || subject == SERVER;

    words++;
    count--;
    if (subject < 0) {
        snprintf(why, size, "client, server, c2s or s2c was expected");
        return false;
    }
    *step = (struct step){.subject = (enum subject)subject};
    step->program = peer ? find_program_step(words, count) : NULL;
    step->call = peer && step->program == NULL ? find_call(words, count) : NULL;
    step->network = peer ? NULL : find_network_step(words, count);
    if (step->call == NULL && step->network == NULL && step->program == NULL) {
        snprintf(why, size, "%s: not a step of %s", count > 0 ? words[0] : "", subjects[subject]);
        return false;
    }
    taken = words_taken(step_word(step), words, count);
    return read_argument(step, words + taken, count - taken, why, size);
}

void step_text(const struct step *step, char *to, size_t size)
{
    int n = snprintf(to, size, "%s %s", subjects[step->subject], step_word(step));

    if ((size_t)n < size)
        argument_text(step_argument(step), step->n, to + n, size - (size_t)n);
    if (strlen(to) + 1 >= size)
        fail("a step is too long for the trace");
}
