/* The BIO that a peer reads from and writes to: a socket BIO over a socket of streams. */
#ifndef STREAM_BIO_H
#define STREAM_BIO_H

#include <openssl/ssl.h>

#include "tcp_socket.h"

/*
 * Returns a new BIO that behaves as OpenSSL's socket BIO does. The socket must outlive it.
 * If buffered, a BIO_f_buffer is pushed onto it.
 */
BIO *stream_bio_new(struct tcp_socket *s, bool buffered);

/* Pushes a BIO_f_buffer onto the BIO. */
BIO *buffered_bio(BIO *b);

#endif
