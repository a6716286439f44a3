/* The sockets at the ends of the streams, as Linux implements them. */
#ifndef TCP_SOCKET_H
#define TCP_SOCKET_H

#include <stdbool.h>

#include "stream.h"
#include "runner.h"

/* One end of the connection. What it writes to out, the other end reads from its in. */
struct tcp_socket {
    struct stream *in, *out;
    struct tcp_socket *other;
    struct runner *blocks; /* waits in the blocking socket; NULL if it is non-blocking */
    bool no_eagain; /* it stands for a BIO pair or memory BIOs, which do not set errno for a retry */
    bool closed; /* by close(2) */
    bool reset;  /* an RST has arrived: the state of the connection is CLOSE */
    int error;   /* SO_ERROR while it is pending: ECONNRESET or EPIPE */
};

/* Reads up to want bytes. Returns how many, 0 at the end, or the errno as a negative number. */
int tcp_socket_read(struct tcp_socket *s, void *to, int want);

/*
 * Writes up to len bytes, all of them if the socket blocks. Returns how many, or the errno
 * as a negative number.
 */
int tcp_socket_write(struct tcp_socket *s, const void *from, int len);

/* shutdown(2) with SHUT_WR. Returns 0 or the errno. */
int tcp_socket_shutdown(struct tcp_socket *s);

/* close(2). */
void tcp_socket_close(struct tcp_socket *s);

/* What poll(2) reports when asked for POLLIN and POLLOUT. */
short tcp_socket_poll(const struct tcp_socket *s);

/*
 * Does what the kernels of both ends do by themselves when bytes, a FIN or an RST have
 * arrived. Has to be called after every change of a stream.
 */
void tcp_socket_respond(struct tcp_socket *s);

#endif
