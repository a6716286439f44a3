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

/* Who sees the records; must outlive the SSL object. */
struct watch {
    const char *peer;
    struct records *records;
};

void records_begin(struct records *r);
void records_end(struct records *r);

/* Notes the records that ssl sends or receives. */
void records_watch(SSL *ssl, struct watch *w);

#endif
