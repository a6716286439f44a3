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

/* Makes one of the harness's calls, and prints what the peer wrote in it. */
static void do_call(struct connection *c, enum subject who, const char *word, int n)
{
    const struct call *call = calls;

    while (strcmp(call->word, word) != 0)
        call++;
    call->returns(&c->peers[who], n);
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
    do_call(&c, CLIENT, "SSL_write", 5);
    if (v == TLS13)
        do_call(&c, CLIENT, "SSL_key_update", 1);
    do_call(&c, CLIENT, "SSL_write", 250);
    do_call(&c, SERVER, "SSL_read", 256);
    do_call(&c, SERVER, "SSL_read", 256);
    do_call(&c, SERVER, "SSL_write", 3);
    do_call(&c, SERVER, "SSL_shutdown", 0);
    do_call(&c, CLIENT, "SSL_read", 256);
    do_call(&c, CLIENT, "SSL_shutdown", 0);
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
