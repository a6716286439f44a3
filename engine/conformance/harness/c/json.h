/* JSON. */
#ifndef JSON_H
#define JSON_H

#include <stdio.h>

/* Prints a string between quotation marks. */
void print_string(FILE *out, const char *s);

/* The same for bytes of any kind: each that is not part of a character in UTF-8 becomes U+FFFD. */
void print_bytes(FILE *out, const char *s, size_t size);

#endif
