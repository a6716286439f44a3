/*
 * Records real connections for engine/capture.
 *
 *     record             prints every variant of a handshake, with its secrets
 *     record VERSION     prints a handshake of that version, and then every byte
 *                        that the peers write in a short connection, for the tests
 */
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "connection.h"
#include "fail.h"

/* Closes the connection in both directions and prepares it for another handshake. */
static void close_and_clear(struct connection *c)
{
    for (int i = 0; i < 4; i++)
        SSL_shutdown(c->peers[i % 2].ssl);
    for (int i = 0; i < 2; i++)
        SSL_clear(c->peers[i].ssl);
}

/*
 * Records both answers to a ClientHello that offers a session. The process forks
 * after the ClientHello, so that it is the same in both recordings. In the child the
 * server has forgotten the session and refuses it; in the parent it accepts it.
 */
static void both_answers(struct connection *c, const char *resumed, const char *refused)
{
    pid_t copy;

    continue_handshake(c, CLIENT);
    copy = fork();
    if (copy < 0)
        fail("cannot fork");
    if (copy == 0) {
        SSL_SESSION *s = SSL_get1_session(c->peers[CLIENT].ssl);

        SSL_CTX_remove_session(c->peers[SERVER].ctx, s);
        SSL_SESSION_free(s);
    }
    complete_handshake(c);
    recording_end(copy == 0 ? refused : resumed);
    if (copy == 0)
        _exit(0);
    waitpid(copy, NULL, 0);
}

static void record_13(const struct identity *id)
{
    struct connection c;

    connection_open(&c, TLS13, id, false);
    recording_begin();
    complete_handshake(&c);
    recording_end("tls1.3 full");
    close_and_clear(&c);
    recording_begin();
    complete_handshake(&c);
    recording_end("tls1.3 resumed");
}

static void record_12(const struct identity *id)
{
    struct connection c;

    connection_open(&c, TLS12, id, false);
    SSL_set_options(c.peers[SERVER].ssl, SSL_OP_ALLOW_CLIENT_RENEGOTIATION);
    recording_begin();
    complete_handshake(&c);
    recording_end("tls1.2 full");
    recording_begin();
    SSL_renegotiate(c.peers[CLIENT].ssl);
    complete_handshake(&c);
    recording_end("tls1.2 renegotiation-full");
    recording_begin();
    SSL_renegotiate(c.peers[SERVER].ssl);
    continue_handshake(&c, SERVER);
    both_answers(&c, "tls1.2 renegotiation-resumed", "tls1.2 renegotiation-refused");

    connection_open(&c, TLS12, id, false);
    complete_handshake(&c);
    close_and_clear(&c);
    recording_begin();
    both_answers(&c, "tls1.2 resumed", "tls1.2 refused");
}

/* Makes one call. n is the length for a write, below 256, or the argument of
 * SSL_key_update. */
static void do_call(struct connection *c, enum subject who, enum verb verb, int n)
{
    static unsigned long long written[2];
    SSL *ssl = c->peers[who].ssl;
    unsigned char data[256];

    switch (verb) {
    case VERB_WRITE:
        for (int i = 0; i < n; i++)
            data[i] = (unsigned char)(written[who]++ % 251);
        SSL_write(ssl, data, n);
        break;
    case VERB_READ:
        SSL_read(ssl, data, sizeof data);
        break;
    case VERB_KEY_UPDATE:
        SSL_key_update(ssl, n);
        break;
    default:
        SSL_shutdown(ssl);
    }
    print_written(c, who);
}

/* Makes the same calls as shortConnection in openssl_test.go. */
static void short_connection(enum version v, const struct identity *id)
{
    struct connection c;

    connection_open(&c, v, id, true);
    recording_begin();
    complete_handshake(&c);
    recording_end(v == TLS13 ? "tls1.3 full" : "tls1.2 full");
    do_call(&c, CLIENT, VERB_WRITE, 5);
    if (v == TLS13)
        do_call(&c, CLIENT, VERB_KEY_UPDATE, 1);
    do_call(&c, CLIENT, VERB_WRITE, 250);
    do_call(&c, SERVER, VERB_READ, 0);
    do_call(&c, SERVER, VERB_READ, 0);
    do_call(&c, SERVER, VERB_WRITE, 3);
    do_call(&c, SERVER, VERB_SHUTDOWN, 0);
    do_call(&c, CLIENT, VERB_READ, 0);
    do_call(&c, CLIENT, VERB_SHUTDOWN, 0);
}

int main(int argc, char **argv)
{
    struct identity id = identity_new();

    if (argc == 1) {
        record_13(&id);
        record_12(&id);
    } else {
        short_connection(strcmp(argv[1], "tls1.2") == 0 ? TLS12 : TLS13, &id);
    }
    return 0;
}
