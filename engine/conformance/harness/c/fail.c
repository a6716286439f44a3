#include "fail.h"

#include <openssl/err.h>
#include <stdio.h>
#include <stdlib.h>

void fail(const char *why)
{
    fprintf(stderr, "%s\n", why);
    ERR_print_errors_fp(stderr);
    exit(1);
}
