/* JSON output. */
#ifndef JSON_H
#define JSON_H

#include <stdio.h>

/* Prints a JSON string. Bytes beyond ASCII are copied. */
void print_string(FILE *out, const char *s);

#endif
