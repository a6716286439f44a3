/* What a trace calls the values of the library and of poll(2). */
#ifndef NAMES_H
#define NAMES_H

#include <openssl/ssl.h>
#include <stddef.h>

/* "SSL_ERROR_SSL" and so on, "other" for a value that does not occur. */
const char *error_name(int error);

/* "0", "SENT", "RECEIVED" or "SENT|RECEIVED". */
const char *shutdown_name(int flags);

/* "nothing", "reading", "writing" or "other". */
const char *want_name(int want);

/* "before", "init" or "established". */
const char *state_name(const SSL *ssl);

/* The events of poll(2), in the order in which they are printed. */
struct event_name {
    short event;
    const char *name;
};
extern const struct event_name event_names[];
extern const size_t event_count;

#endif
