/* How the harness gives up. */
#ifndef FAIL_H
#define FAIL_H

/* Prints why and OpenSSL's error queue to the standard error; exits with 1. */
_Noreturn void fail(const char *why);

#endif
