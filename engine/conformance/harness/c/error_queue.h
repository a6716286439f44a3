/* The error queue of OpenSSL, and errno. */
#ifndef ERROR_QUEUE_H
#define ERROR_QUEUE_H

#include <stdio.h>

/* OpenSSL keeps no more errors (ERR_NUM_ERRORS in crypto/err). */
#define MAX_ERRORS 16

/* Packed error codes, oldest first. */
struct errors {
    int count;
    unsigned long codes[MAX_ERRORS];
};

/* Removes what is in the queue. */
struct errors take_errors(void);

/* Adds errors to the queue. Their files, lines and data are lost; the trace does not have them. */
void put_errors(const struct errors *e);

/* Returns what is in the queue, and leaves it there. */
struct errors queued_errors(void);

/* The reason of the oldest error, "" for none or for one of the system's. */
const char *oldest_reason(const struct errors *e);

/* Prints the errors as a JSON list of strings, each as ERR_error_string_n has it. */
void print_errors(FILE *out, const struct errors *e);

/* The name of an errno that a transport or a system call can cause, "" for 0 and any other value. */
const char *errno_name(int number);

#endif
