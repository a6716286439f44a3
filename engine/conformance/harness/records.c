#include "records.h"

#include <stdlib.h>

#include "fail.h"

void records_begin(struct records *r)
{
    free(r->text);
    r->text = NULL;
    r->out = open_memstream(&r->text, &r->size);
    if (r->out == NULL)
        fail("out of memory");
}

void records_end(struct records *r)
{
    fclose(r->out);
    r->out = NULL;
}

static void note(int sent, int version, int type, const void *data, size_t len, SSL *ssl, void *arg)
{
    const unsigned char *byte = data;
    struct observer *o = arg;
    FILE *out = o->records->out;
    const char *dir = sent ? "sent" : "received";

    (void)version;
    (void)ssl;
    if (out == NULL)
        return;
    if (type == SSL3_RT_ALERT && len == 2)
        fprintf(out,
                "%s{\"dir\":\"%s\",\"peer\":\"%s\",\"type\":\"alert\",\"level\":%d,"
                "\"description\":%d}",
                ftell(out) > 0 ? "," : "", dir, o->peer, byte[0], byte[1]);
    if (type == SSL3_RT_HANDSHAKE && len >= 1)
        fprintf(out,
                "%s{\"dir\":\"%s\",\"peer\":\"%s\",\"type\":\"handshake\",\"message\":%d}",
                ftell(out) > 0 ? "," : "", dir, o->peer, byte[0]);
}

void records_observe(SSL *ssl, struct observer *o)
{
    SSL_set_msg_callback(ssl, note);
    SSL_set_msg_callback_arg(ssl, o);
}
