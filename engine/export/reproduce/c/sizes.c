#include "sizes.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include "fail.h"

#define MAX_TRIES 200

/* An extension for private use, which every server ignores. It begins with 4 bytes. */
#define FILLING 0xFFCE

static enum version version_played;
static int tries;
static bool unusual;
static size_t filling; /* how many bytes the extension has */
static bool scsv;      /* the hello has a suite of 2 bytes in place of an extension of 5 (RFC 5746, section 3.3) */

static int add_filling(SSL *ssl, unsigned type, unsigned context, const unsigned char **data,
                       size_t *size, X509 *x, size_t chain, int *alert, void *argument)
{
    static const unsigned char zeros[256];

    (void)type, (void)context, (void)x, (void)chain, (void)alert, (void)argument;
    *data = zeros;
    *size = filling;
    if (scsv && SSL_get_finished(ssl, NULL, 0) > 0)
        *size -= 3; /* a renegotiation has that extension in any release */
    return 1;
}

/* Makes a ClientHello. Returns its length in bytes, and sets scsv. */
static size_t look_at_hello(SSL_CTX *ctx)
{
    SSL *ssl = SSL_new(ctx);
    BIO *in = BIO_new(BIO_s_mem()), *out = BIO_new(BIO_s_mem());
    const int suites = SSL3_RT_HEADER_LENGTH + SSL3_HM_HEADER_LENGTH + 2 + SSL3_RANDOM_SIZE + 1;
    unsigned char *hello;
    size_t length;

    if (ssl == NULL || in == NULL || out == NULL)
        fail("cannot make a ClientHello");
    SSL_set_bio(ssl, in, out);
    SSL_connect(ssl);
    length = (size_t)BIO_get_mem_data(out, &hello) - SSL3_RT_HEADER_LENGTH;
    scsv = version_played == TLS12 && hello[suites + 1] == 4; /* two suites */
    SSL_free(ssl);
    ERR_clear_error();
    return length;
}

/* Gives the ClientHello its usual length: with fewer signature algorithms, and filled up. */
static void fill_hello(SSL_CTX *ctx, size_t usual)
{
    size_t length;

    filling = 0;
    if (!SSL_CTX_set1_sigalgs_list(ctx, "ECDSA+SHA256:ECDSA+SHA384") ||
        !SSL_CTX_add_custom_ext(ctx, FILLING, SSL_EXT_CLIENT_HELLO, add_filling, NULL, NULL, NULL, NULL))
        fail("cannot fill up the ClientHello");
    length = look_at_hello(ctx);
    if (length > usual || usual - length > 256)
        fail("the ClientHello cannot be filled up");
    filling = usual - length;
}

/* Adds 16 bytes to a ticket: a block of its cipher. */
static int fill_ticket(SSL *ssl, void *argument)
{
    static const unsigned char zeros[8];

    (void)argument;
    return SSL_SESSION_set1_ticket_appdata(SSL_get_session(ssl), zeros, sizeof zeros);
}

void sizes_prepare(struct world *w, const struct setup *s)
{
    version_played = s->version;
    unusual = false;
    tries++;
#ifdef SSL_OP_LEGACY_EC_POINT_FORMATS /* From 3.6 on, a ServerHello would be 2 bytes shorter. */
    SSL_CTX_set_options(w->peers[SERVER].ctx, SSL_OP_LEGACY_EC_POINT_FORMATS);
#endif
    fill_hello(w->peers[CLIENT].ctx, s->version == TLS12 ? 128 : 252);
    if (OPENSSL_VERSION_NUMBER < 0x30000000L) /* whose tickets are that much shorter */
        SSL_CTX_set_session_ticket_cb(w->peers[SERVER].ctx, fill_ticket, NULL, NULL);
}

/* The usual length of a message that has a signature in it, 0 of any other. */
static size_t usual_length(int message)
{
    switch (message) {
    case SSL3_MT_CERTIFICATE:
        return version_played == TLS12 ? 296 : 299;
    case SSL3_MT_SERVER_KEY_EXCHANGE:
        return 148;
    case SSL3_MT_CERTIFICATE_VERIFY:
        return 79;
    }
    return 0;
}

void sizes_check(const struct records *r)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct record *record = &r->list[i];
        size_t usual = record->type == SSL3_RT_HANDSHAKE ? usual_length(record->first) : 0;

        unusual |= usual != 0 && record->length != usual;
    }
}

bool sizes_usual(void)
{
    return !unusual || tries == MAX_TRIES;
}
