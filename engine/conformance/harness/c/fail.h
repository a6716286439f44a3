/* Ends the process when something fails that no script can cause. */
#ifndef FAIL_H
#define FAIL_H

/* Prints the reason and OpenSSL's error queue to standard error, then exits with 1. */
_Noreturn void fail(const char *why);

#endif
