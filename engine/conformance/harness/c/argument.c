#include "argument.h"

#include <stdio.h>
#include <string.h>

int index_of(const char *const *list, const char *word)
{
    for (int i = 0; list[i] != NULL; i++)
        if (strcmp(list[i], word) == 0)
            return i;
    return -1;
}

long number(const char *word, long most)
{
    long n = 0;

    for (const char *c = word; *c != '\0'; c++) {
        if (*c < '0' || *c > '9' || n > most)
            return -1;
        n = 10 * n + (*c - '0');
    }
    return n > most ? -1 : n;
}

bool argument_wanted(const struct argument *a)
{
    return a->words != NULL || a->most > 0;
}

long argument_read(const struct argument *a, const char *word)
{
    long n;

    if (a->all && strcmp(word, "all") == 0)
        return ALL;
    n = a->words != NULL ? index_of(a->words, word) : number(word, a->most);
    return n < 0 ? ALL - 1 : n;
}

void argument_text(const struct argument *a, long value, char *to, size_t size)
{
    if (a->words != NULL)
        snprintf(to, size, " %s", a->words[value]);
    else if (value == ALL)
        snprintf(to, size, " all");
    else if (a->most > 0)
        snprintf(to, size, " %ld", value);
}
