/* The alerts and handshake messages that pass during a step. */
#ifndef RECORDS_H
#define RECORDS_H

#include <openssl/ssl.h>
#include <stdio.h>

/* The elements of the trace's array "records", as JSON. */
struct records {
    char *text;
    size_t size;
    FILE *out; /* NULL between steps: nothing is noted then */
};

/* The argument of a peer's message callback. It must outlive the SSL object. */
struct observer {
    const char *peer;
    struct records *records;
};

void records_begin(struct records *r);
void records_end(struct records *r);

/* From now on, notes the records that ssl sends or receives. */
void records_observe(SSL *ssl, struct observer *o);

#endif
