#include "peer.h"

#include <errno.h>
#include <openssl/err.h>
#include <string.h>

#include "fail.h"
#include "stream_bio.h"

/* The settings that both peers share. */
static SSL_CTX *new_context(const SSL_METHOD *method, enum version v)
{
    SSL_CTX *ctx = SSL_CTX_new(method);
    int number = v == TLS12 ? TLS1_2_VERSION : TLS1_3_VERSION;

    if (ctx == NULL || !SSL_CTX_set_min_proto_version(ctx, number) ||
        !SSL_CTX_set_max_proto_version(ctx, number) ||
        !SSL_CTX_set_ciphersuites(ctx, "TLS_AES_128_GCM_SHA256") ||
        !SSL_CTX_set_cipher_list(ctx, "ECDHE-ECDSA-AES128-GCM-SHA256") ||
        !SSL_CTX_set1_groups_list(ctx, "P-256:X25519"))
        fail("cannot make a context");
    SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                              SSL_MODE_AUTO_RETRY);
    SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_BOTH);
    return ctx;
}

static SSL_CTX *new_server_context(enum version v, const struct identity *id)
{
    SSL_CTX *ctx = new_context(TLS_server_method(), v);

    /* Under TLS 1.3 this option would make the tickets stateful. */
    if (v == TLS12)
        SSL_CTX_set_options(ctx, SSL_OP_NO_TICKET);
    if (SSL_CTX_use_certificate(ctx, id->certificate) != 1 ||
        SSL_CTX_use_PrivateKey(ctx, id->key) != 1 || !SSL_CTX_set_num_tickets(ctx, 2))
        fail("cannot make the server's context");
    return ctx;
}

void peer_open(struct peer *p, enum subject who, enum version v, const struct identity *id)
{
    p->name = subjects[who];
    p->server = who == SERVER;
    p->ctx = p->server ? new_server_context(v, id) : new_context(TLS_client_method(), v);
}

void peer_begin(struct peer *p, struct records *records, enum transport transport)
{
    BIO *bio = stream_bio_new(&p->socket, transport == BUFFERED);

    p->ssl = SSL_new(p->ctx);
    if (p->ssl == NULL)
        fail("cannot make an SSL object");
    /* Of memory BIOs, a peer has one to read from and another to write to. */
    SSL_set_bio(p->ssl, bio, transport == MEMORY ? stream_bio_new(&p->socket, false) : bio);
    if (p->server)
        SSL_set_accept_state(p->ssl);
    else
        SSL_set_connect_state(p->ssl);
    p->observer = (struct observer){.peer = p->name, .records = records};
    records_observe(p->ssl, &p->observer);
}

void peer_close(struct peer *p)
{
    SSL_free(p->ssl);
    SSL_CTX_free(p->ctx);
    ERR_clear_error();
}

/* Calls SSL_do_handshake once; reports whether the handshake is complete. */
static bool try_handshake(struct peer *p)
{
    int ret = SSL_do_handshake(p->ssl);

    if (ret != 1 && SSL_get_error(p->ssl, ret) != SSL_ERROR_WANT_READ)
        fail("the handshake failed");
    return ret == 1;
}

void peer_drain(struct peer *p)
{
    char byte;
    int ret = SSL_read(p->ssl, &byte, 1);

    if (SSL_get_error(p->ssl, ret) != SSL_ERROR_WANT_READ)
        fail("the first read found more than tickets");
    ERR_clear_error();
}

void peers_connect(struct peer *client, struct peer *server)
{
    bool client_done = false, server_done = false;

    while (!client_done || !server_done) {
        client_done = try_handshake(client);
        server_done = try_handshake(server);
    }
    ERR_clear_error();
}

void peer_enter(const struct peer *p)
{
    if (!p->keep_errors && (p->runner == NULL || !p->runner->own_errors))
        ERR_clear_error();
    errno = 0;
}
