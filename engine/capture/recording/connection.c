#include "connection.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fail.h"

/* The handshake being recorded: lines of text. */
static struct {
    char *text;
    size_t size;
    FILE *out; /* NULL while nothing is recorded */
} recording;

static void print_base64(FILE *out, const char *word, const unsigned char *bytes, size_t n)
{
    unsigned char *text = malloc(n * 4 / 3 + 8);

    if (text == NULL)
        fail("out of memory");
    EVP_EncodeBlock(text, bytes, (int)n);
    fprintf(out, "%s %s\n", word, text);
    free(text);
}

static void record_message(int sent, int version, int type, const void *data, size_t len, SSL *ssl,
                         void *arg)
{
    const struct peer *p = arg;

    (void)version;
    (void)ssl;
    if (sent && type == SSL3_RT_HANDSHAKE && recording.out != NULL)
        print_base64(recording.out, p->name, data, len);
}

/* Records a line of the key log without the client random, which the ClientHello has. */
static void record_secret(const SSL *ssl, const char *line)
{
    const struct peer *p = SSL_get_app_data(ssl);
    const char *hex = strrchr(line, ' ') + 1;
    unsigned char secret[48];
    char word[64];
    size_t n = 0;

    if (p->server || recording.out == NULL || strstr(line, "EXPORTER") != NULL)
        return; /* the server logs the same secrets */
    while (n < sizeof secret && sscanf(hex + 2 * n, "%2hhx", &secret[n]) == 1)
        n++;
    snprintf(word, sizeof word, "%.*s", (int)strcspn(line, " "), line);
    print_base64(recording.out, word, secret, n);
}

void connection_open(struct connection *c, enum version v, const struct identity *id,
                     bool print_wire)
{
    memset(c, 0, sizeof *c);
    c->print_wire = print_wire;
    for (int i = 0; i < 2; i++)
        stream_open(&c->wires[i]);
    for (int i = 0; i < 2; i++) {
        struct peer *p = &c->peers[i];

        p->socket = (struct tcp_socket){.in = &c->wires[1 - i], .out = &c->wires[i], .other = &c->peers[1 - i].socket};
        peer_open(p, (enum subject)i, v, id);
        SSL_CTX_set_keylog_callback(p->ctx, record_secret);
        peer_begin(p, &c->records, SOCKET);
        SSL_set_app_data(p->ssl, p);
        SSL_set_msg_callback(p->ssl, record_message);
        SSL_set_msg_callback_arg(p->ssl, p);
    }
}

void recording_begin(void)
{
    free(recording.text);
    recording.text = NULL;
    recording.out = open_memstream(&recording.text, &recording.size);
    if (recording.out == NULL)
        fail("out of memory");
}

void recording_end(const char *name)
{
    fclose(recording.out);
    recording.out = NULL;
    printf("handshake %s\n%s", name, recording.text);
    fflush(stdout);
}

void continue_handshake(struct connection *c, enum subject who)
{
    struct peer *p = &c->peers[who];
    char byte;
    int ret = SSL_do_handshake(p->ssl);

    if (ret != 1 && SSL_get_error(p->ssl, ret) != SSL_ERROR_WANT_READ)
        fail("a handshake failed");
    ret = SSL_read(p->ssl, &byte, 1);
    if (SSL_get_error(p->ssl, ret) != SSL_ERROR_WANT_READ)
        fail("SSL_read returned data during a handshake");
    ERR_clear_error();
    print_written(c, who);
}

void complete_handshake(struct connection *c)
{
    for (int i = 0; i < 6; i++)
        continue_handshake(c, i % 2 == 0 ? CLIENT : SERVER);
}

void print_written(struct connection *c, enum subject who)
{
    const struct stream *s = &c->wires[who];
    long long from = c->printed[who];

    c->printed[who] = s->end;
    if (c->print_wire && s->end > from)
        print_base64(stdout, subjects[C2S + who], s->buffer + s->head + (from - s->start),
                     (size_t)(s->end - from));
}
