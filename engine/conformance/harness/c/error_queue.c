#include "error_queue.h"

#include <errno.h>
#include <openssl/err.h>

#include "json.h"

struct errors take_errors(void)
{
    struct errors e = {0};
    unsigned long code;

    while (e.count < MAX_ERRORS && (code = ERR_get_error()) != 0)
        e.codes[e.count++] = code;
    return e;
}

static void put_error(unsigned long code)
{
#ifdef ERR_raise
    ERR_raise(ERR_GET_LIB(code), ERR_GET_REASON(code));
#else /* OpenSSL 1.1.1 */
    ERR_put_error(ERR_GET_LIB(code), ERR_GET_FUNC(code), ERR_GET_REASON(code), "", 0);
#endif
}

void put_errors(const struct errors *e)
{
    for (int i = 0; i < e->count; i++)
        put_error(e->codes[i]);
}

/*
 * OpenSSL can peek only at the oldest and the newest error, so all are removed and put
 * back.
 */
struct errors queued_errors(void)
{
    struct errors e = take_errors();

    put_errors(&e);
    return e;
}

const char *oldest_reason(const struct errors *e)
{
    const char *reason = e->count > 0 ? ERR_reason_error_string(e->codes[0]) : NULL;

    return reason == NULL || ERR_GET_LIB(e->codes[0]) == ERR_LIB_SYS ? "" : reason;
}

void print_errors(FILE *out, const struct errors *e)
{
    putc('[', out);
    for (int i = 0; i < e->count; i++) {
        char text[256]; /* as long as the buffer of ERR_error_string */

        ERR_error_string_n(e->codes[i], text, sizeof text);
        if (i > 0)
            putc(',', out);
        print_string(out, text);
    }
    putc(']', out);
}

const char *errno_name(int number)
{
    switch (number) {
    case EAGAIN:
        return "EAGAIN";
    case EPIPE:
        return "EPIPE";
    case ECONNRESET:
        return "ECONNRESET";
    case EBADF:
        return "EBADF";
    case EINVAL:
        return "EINVAL";
    case ENOTCONN:
        return "ENOTCONN";
    }
    return "";
}
