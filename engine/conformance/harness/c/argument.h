/* What may follow a call or a network step in a script. */
#ifndef ARGUMENT_H
#define ARGUMENT_H

#include <stdbool.h>
#include <stddef.h>

/* The most bytes that one SSL_read, SSL_peek or SSL_write takes. */
#define MAX_BYTES (1 << 20)

/* The largest number in a script. */
#define MAX_NUMBER (1L << 30)

/* The value of the word "all". */
#define ALL (-1)

struct argument {
    const char *const *words; /* the words allowed, up to NULL; the value is the index */
    long most;                /* without words: the largest number allowed, or 0 for no argument */
    bool all;                 /* "all" may stand for the number */
};

/* The kinds of argument. language.go reads these names in calls.c and network.c. */
#define NOTHING {NULL, 0, false}
#define BYTES {NULL, MAX_BYTES, false}
#define NUMBER {NULL, MAX_NUMBER, false}
#define NUMBER_OR_ALL {NULL, MAX_NUMBER, true}
#define WORDS(...) {(const char *const[]){__VA_ARGS__, NULL}, 0, false}

/* Reports whether a word has to follow. */
bool argument_wanted(const struct argument *a);

/* Returns the value of the word, or a number below ALL if it has none. */
long argument_read(const struct argument *a, const char *word);

/* Writes the value as a script has it, with a blank before it. */
void argument_text(const struct argument *a, long value, char *to, size_t size);

/* The index of a word in a list that ends with NULL, or -1. */
int index_of(const char *const *list, const char *word);

/* Reads a decimal number from 0 to most, digits only; -1 if the word is not one. */
long number(const char *word, long most);

#endif
