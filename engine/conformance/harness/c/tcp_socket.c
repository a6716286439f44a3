#include "tcp_socket.h"

#include <errno.h>
#include <poll.h>

/* Bytes that arrive at a closed socket are discarded, and an RST answers them. */
static void discard_arrived(struct tcp_socket *s)
{
    if (s->closed && stream_readable(s->in) > 0) {
        stream_discard_readable(s->in);
        if (!s->reset)
            stream_rst(s->out);
    }
}

/* The error that an RST leaves depends on the state of the connection: see tcp_reset() in Linux. */
static int error_of_rst(bool fin_arrived, bool fin_sent)
{
    if (!fin_arrived)
        return ECONNRESET;
    return fin_sent ? 0 : EPIPE; /* in CLOSE_WAIT; after both FINs there is no connection to reset */
}

static void take_rst(struct tcp_socket *s)
{
    if (s->reset || !stream_rst_arrived(s->in))
        return;
    s->reset = true;
    s->error = error_of_rst(s->in->fin >= 0, s->out->fin >= 0);
    if (s->in->fin < 0)
        s->in->fin = s->in->rst; /* once the error is reported, reads find the end there */
}

void tcp_socket_respond(struct tcp_socket *s)
{
    discard_arrived(s);
    discard_arrived(s->other);
    take_rst(s);
    take_rst(s->other);
}

/* Returns the pending error as a negative number, and clears it. */
static int take_error(struct tcp_socket *s)
{
    int error = s->error;

    s->error = 0;
    return -error;
}

static int try_read(struct tcp_socket *s, void *to, int want)
{
    int n;

    if (s->closed)
        return -EBADF;
    n = stream_read(s->in, to, want);
    if (n == STREAM_RESET)
        return -ECONNRESET;
    /* After a FIN a read finds the end, and leaves the error to a write (tcp_recvmsg: SOCK_DONE). */
    if (n <= 0 && s->error == ECONNRESET)
        return take_error(s);
    return n == STREAM_RETRY ? -EAGAIN : n;
}

/* Reports whether a write fails. */
static bool refuses(const struct tcp_socket *s)
{
    return s->closed || s->out->broken || s->error != 0 || s->reset || s->out->fin >= 0;
}

static int write_error(struct tcp_socket *s)
{
    if (s->closed)
        return -EBADF;
    return s->error != 0 && !s->out->broken ? take_error(s) : -EPIPE;
}

static int try_write(struct tcp_socket *s, const void *from, int len)
{
    int n = stream_write(s->out, from, len);

    tcp_socket_respond(s);
    return n == STREAM_FULL ? -EAGAIN : n;
}

/* Reports whether to try again after n was returned, and waits until there is reason to. */
static bool blocks(struct tcp_socket *s, int n)
{
    return n == -EAGAIN && s->blocks != NULL && s->blocks->wait(s->blocks);
}

int tcp_socket_read(struct tcp_socket *s, void *to, int want)
{
    int n;

    do
        n = try_read(s, to, want);
    while (blocks(s, n));
    return n;
}

int tcp_socket_write(struct tcp_socket *s, const void *from, int len)
{
    const char *bytes = from;
    int done = 0, n = 0;

    if (refuses(s))
        return write_error(s);
    do {
        n = try_write(s, bytes + done, len - done);
        if (n > 0)
            done += n;
    } while (done < len && s->blocks != NULL && (n > 0 || blocks(s, n)) && !refuses(s));
    if (done == 0 && refuses(s))
        return write_error(s);
    return done > 0 ? done : n; /* an error after a part stays pending (tcp_sendmsg_locked) */
}

/* Reports whether a FIN has been sent in the stream, and has arrived. */
static bool fin_arrived(const struct stream *s)
{
    return s->fin >= 0 && s->ready >= s->fin;
}

int tcp_socket_shutdown(struct tcp_socket *s)
{
    if (s->closed)
        return EBADF;
    if (s->reset || (fin_arrived(s->in) && fin_arrived(s->out)))
        return ENOTCONN; /* the state of the connection is CLOSE (inet_shutdown) */
    stream_fin(s->out);
    tcp_socket_respond(s);
    return 0;
}

void tcp_socket_close(struct tcp_socket *s)
{
    if (s->closed)
        return;
    s->closed = true;
    if (!s->reset && stream_readable(s->in) == 0)
        stream_fin(s->out);
    tcp_socket_respond(s); /* unread bytes are discarded, and an RST is sent instead of a FIN */
}

short tcp_socket_poll(const struct tcp_socket *s)
{
    const struct stream *in = s->in, *out = s->out;
    bool gone = s->reset || in->reset;
    bool in_shut = gone || fin_arrived(in);
    bool out_shut = gone || out->broken || out->fin >= 0;
    short events = 0;

    if (in_shut || stream_readable(in) > 0)
        events |= POLLIN;
    if (out_shut || stream_room(out) > 0)
        events |= POLLOUT;
    if (in_shut && out_shut)
        events |= POLLHUP;
    if (in->reset || s->error != 0)
        events |= POLLERR;
    return events;
}
