/* The alerts and handshake messages that pass during a step. */
#ifndef RECORDS_H
#define RECORDS_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>

struct record {
    const char *peer; /* who sent or received it */
    bool sent;
    int type;            /* SSL3_RT_ALERT or SSL3_RT_HANDSHAKE */
    unsigned char first; /* the level of the alert, or the type of the message */
    unsigned char second; /* the description of the alert */
    size_t length;        /* of the alert or message, in bytes */
};

/* The records of a step, in order. */
struct records {
    struct record *list;
    size_t count, room;
    bool open; /* false between steps: nothing is noted then */
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
