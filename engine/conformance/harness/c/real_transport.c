#include "real_transport.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fail.h"
#include "stream_bio.h"

struct real_transport {
    BIO *from[2]; /* by direction: the BIO that its reader reads from, NULL for sockets */
    BIO *into[2]; /* the BIO that its writer writes to, if it is another one */
    int fd[2];    /* by peer: its socket, -1 if it has none */
};

/* Connects the peers by a BIO pair that queues size bytes in each direction. */
static void connect_by_pair(struct real_transport *t, SSL *client, SSL *server, size_t size)
{
    BIO *c, *s;

    if (BIO_new_bio_pair(&c, size, &s, size) != 1 || !BIO_up_ref(c) || !BIO_up_ref(s))
        fail("cannot make a BIO pair");
    SSL_set_bio(client, c, c);
    SSL_set_bio(server, s, s);
    *t = (struct real_transport){.from = {s, c}, .fd = {-1, -1}};
}

/* Makes a memory BIO with two references: the peer's and the transport's. */
static BIO *shared_memory(void)
{
    BIO *b = BIO_new(BIO_s_mem());

    if (b == NULL || !BIO_up_ref(b))
        fail("cannot make a memory BIO");
    BIO_set_mem_eof_return(b, -1); /* when empty: retry, no EOF */
    return b;
}

static void connect_by_memory(struct real_transport *t, SSL *client, SSL *server)
{
    *t = (struct real_transport){.fd = {-1, -1}};
    for (int i = 0; i < 2; i++) {
        t->from[i] = shared_memory();
        t->into[i] = shared_memory();
    }
    SSL_set_bio(client, t->from[1], t->into[0]);
    SSL_set_bio(server, t->from[0], t->into[1]);
}

/* Makes two connected sockets, non-blocking and without Nagle's delay. */
static void connect_sockets(int fd[2])
{
    int on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    fd[0] = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0 || fd[0] < 0 || bind(listener, (struct sockaddr *)&address, size) != 0 ||
        listen(listener, 1) != 0 || getsockname(listener, (struct sockaddr *)&address, &size) != 0 ||
        connect(fd[0], (struct sockaddr *)&address, size) != 0)
        fail("cannot connect over the loopback interface");
    fd[1] = accept(listener, NULL, NULL);
    close(listener);
    for (int i = 0; i < 2; i++)
        if (fcntl(fd[i], F_SETFL, O_NONBLOCK) != 0 ||
            setsockopt(fd[i], IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0)
            fail("cannot set up a socket");
}

/* Sends all that is readable in a stream through a socket. */
static void send_stream(struct stream *from, int fd)
{
    char data[16384];
    int n;

    while ((n = stream_read(from, data, sizeof data)) > 0)
        if (send(fd, data, (size_t)n, 0) != n)
            fail("cannot fill a socket");
}

/* Moves what one peer has written to where the other reads, as an application does. */
static void move(BIO *from, BIO *to)
{
    char data[16384];
    int n;

    while ((n = BIO_read(from, data, sizeof data)) > 0)
        if (BIO_write(to, data, n) != n)
            fail("cannot fill a memory BIO");
}

/* Reports whether an RST has arrived. Bytes sent before it are never acknowledged. */
static bool is_reset(int fd)
{
    struct tcp_info info;
    socklen_t size = sizeof info;

    return getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && info.tcpi_state == TCP_CLOSE;
}

/* Waits until the other end has acknowledged all that was sent, 20 ms at most. */
static void settle_socket(int fd)
{
    int left = 1;

    for (int i = 0; i < 200 && left > 0 && !is_reset(fd); i++) {
        usleep(100); /* also lets a FIN or an RST arrive, which SIOCOUTQ does not count */
        if (ioctl(fd, SIOCOUTQ, &left) != 0)
            fail("cannot ask a socket for its unsent bytes");
    }
}

static void real_settle(struct world *w)
{
    const struct real_transport *t = w->real;

    for (int i = 0; i < 2; i++) {
        if (t->fd[i] >= 0)
            settle_socket(t->fd[i]);
        if (t->into[i] != NULL)
            move(t->into[i], t->from[i]);
    }
}

/*
 * Connects the peers by two TCP sockets over the loopback interface. What is queued in the
 * streams is sent through them first. If buffered, each peer has a BIO_f_buffer over its
 * socket.
 */
static void connect_by_sockets(struct world *w, bool buffered)
{
    struct real_transport *t = w->real;

    connect_sockets(t->fd);
    for (int i = 0; i < 2; i++) {
        BIO *b = BIO_new_socket(t->fd[i], BIO_NOCLOSE);

        if (b == NULL)
            fail("cannot make a socket BIO");
        if (buffered)
            b = buffered_bio(b);
        SSL_set_bio(w->peers[i].ssl, b, b);
        send_stream(&w->wires[i], t->fd[i]);
    }
    real_settle(w);
}

static bool real_is_open(const struct world *w, enum subject peer)
{
    return w->real->fd[peer] >= 0;
}

static short real_poll(const struct world *w, enum subject peer)
{
    struct pollfd p = {.fd = w->real->fd[peer], .events = POLLIN | POLLOUT};

    if (poll(&p, 1, 0) < 0)
        fail("cannot poll a socket");
    return p.revents;
}

static int real_shutdown(struct world *w, enum subject peer)
{
    return shutdown(w->real->fd[peer], SHUT_WR) == 0 ? 0 : errno;
}

/* Takes the step fin: a script with another one passes through the streams. */
static void real_step(struct world *w, const struct step *step)
{
    enum subject sender = step->subject == C2S ? CLIENT : SERVER;

    if (real_is_open(w, sender))
        real_shutdown(w, sender);
}

static void real_close_socket(struct world *w, enum subject peer)
{
    if (real_is_open(w, peer))
        close(w->real->fd[peer]);
    w->real->fd[peer] = -1;
}

static long long real_queued(const struct world *w, int direction)
{
    int reader = w->real->fd[1 - direction], n = 0;

    if (w->real->from[direction] != NULL)
        return (long long)BIO_ctrl_pending(w->real->from[direction]);
    if (reader >= 0 && ioctl(reader, FIONREAD, &n) != 0)
        fail("cannot ask a socket for its unread bytes");
    return n;
}

static void real_close(struct world *w)
{
    for (int i = 0; i < 2; i++) {
        BIO_free(w->real->from[i]);
        BIO_free(w->real->into[i]);
        real_close_socket(w, (enum subject)i);
    }
    free(w->real);
    streams.close(w);
}

/* All that is queued is readable once it has settled. */
static const struct transport_functions real = {
    .step = real_step,
    .poll = real_poll,
    .is_open = real_is_open,
    .shutdown = real_shutdown,
    .close_socket = real_close_socket,
    .settle = real_settle,
    .queued = real_queued,
    .readable = real_queued,
    .close = real_close,
};

/* Connects the peers. Returns false if a step of the script needs the streams. */
static bool try_connect(struct world *w, const struct script *s)
{
    SSL *client = w->peers[CLIENT].ssl, *server = w->peers[SERVER].ssl;
    const struct setup *setup = &s->setup;
    bool sockets = setup->transport != PAIR && setup->transport != MEMORY;

    if ((s->closes || s->programs_close) && sockets && !s->streams && !s->blocking)
        connect_by_sockets(w, setup->transport == BUFFERED);
    else if (s->network || s->blocking || setup->start != START_ESTABLISHED)
        return false;
    else if (setup->transport == PAIR)
        connect_by_pair(w->real, client, server, (size_t)setup->pair_size);
    else if (setup->transport == MEMORY)
        connect_by_memory(w->real, client, server);
    else
        return false;
    return true;
}

void real_transport_connect(struct world *w, const struct script *s)
{
    w->real = calloc(1, sizeof *w->real);
    if (w->real == NULL)
        fail("out of memory");
    if (!try_connect(w, s)) {
        free(w->real);
        return;
    }
    w->transport = &real;
    /* Peers that had read everything read once more, so that SSL_want is reading. */
    if (s->setup.start == START_ESTABLISHED) {
        peer_drain(&w->peers[CLIENT]);
        peer_drain(&w->peers[SERVER]);
    }
}
