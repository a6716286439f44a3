#include "records.h"

#include <stdlib.h>

#include "fail.h"

void records_begin(struct records *r)
{
    r->count = 0;
    r->open = true;
}

void records_end(struct records *r)
{
    r->open = false;
}

static void append_record(struct records *r, struct record record)
{
    if (r->count == r->room) {
        r->room = 2 * r->room + 16;
        r->list = realloc(r->list, r->room * sizeof *r->list);
        if (r->list == NULL)
            fail("out of memory");
    }
    r->list[r->count++] = record;
}

/* The message callback. */
static void note_record(int sent, int version, int type, const void *data, size_t length, SSL *ssl,
                        void *argument)
{
    const unsigned char *byte = data;
    struct observer *o = argument;

    (void)version;
    (void)ssl;
    if (!o->records->open)
        return;
    if ((type == SSL3_RT_ALERT && length == 2) || (type == SSL3_RT_HANDSHAKE && length >= 1))
        append_record(o->records, (struct record){
                                      .peer = o->peer,
                                      .sent = sent,
                                      .type = type,
                                      .first = byte[0],
                                      .second = type == SSL3_RT_ALERT ? byte[1] : 0,
                                      .length = length,
                                  });
}

void records_observe(SSL *ssl, struct observer *o)
{
    SSL_set_msg_callback(ssl, note_record);
    SSL_set_msg_callback_arg(ssl, o);
}
