#include "real_transport.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fail.h"
#include "stream_bio.h"

void real_transport_pair(struct real_transport *t, SSL *client, SSL *server, size_t size)
{
    BIO *c, *s;

    if (BIO_new_bio_pair(&c, size, &s, size) != 1 || !BIO_up_ref(c) || !BIO_up_ref(s))
        fail("cannot make a BIO pair");
    SSL_set_bio(client, c, c);
    SSL_set_bio(server, s, s);
    *t = (struct real_transport){.on = true, .from = {s, c}, .fd = {-1, -1}};
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

void real_transport_memory(struct real_transport *t, SSL *client, SSL *server)
{
    *t = (struct real_transport){.on = true, .fd = {-1, -1}};
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

void real_transport_sockets(struct real_transport *t, SSL *client, SSL *server,
                            struct stream streams[2], bool buffered)
{
    SSL *ssl[2] = {client, server};

    *t = (struct real_transport){.on = true};
    connect_sockets(t->fd);
    for (int i = 0; i < 2; i++) {
        BIO *b = BIO_new_socket(t->fd[i], BIO_NOCLOSE);

        if (b == NULL)
            fail("cannot make a socket BIO");
        if (buffered)
            b = buffered_bio(b);
        SSL_set_bio(ssl[i], b, b);
        send_stream(&streams[i], t->fd[i]);
    }
    real_transport_settle(t);
}

int real_transport_shutdown(const struct real_transport *t, int peer)
{
    return t->fd[peer] < 0 || shutdown(t->fd[peer], SHUT_WR) == 0 ? 0 : errno;
}

void real_transport_close_socket(struct real_transport *t, int peer)
{
    if (t->fd[peer] >= 0)
        close(t->fd[peer]);
    t->fd[peer] = -1;
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

void real_transport_settle(const struct real_transport *t)
{
    if (!t->on)
        return;
    for (int i = 0; i < 2; i++) {
        if (t->fd[i] >= 0)
            settle_socket(t->fd[i]);
        if (t->into[i] != NULL)
            move(t->into[i], t->from[i]);
    }
}

short real_transport_poll(const struct real_transport *t, int peer)
{
    struct pollfd p = {.fd = t->fd[peer], .events = POLLIN | POLLOUT};

    if (poll(&p, 1, 0) < 0)
        fail("cannot poll a socket");
    return p.revents;
}

size_t real_transport_queued(const struct real_transport *t, int direction)
{
    int reader = t->fd[1 - direction], n = 0;

    if (t->from[direction] != NULL)
        return BIO_ctrl_pending(t->from[direction]);
    if (reader >= 0 && ioctl(reader, FIONREAD, &n) != 0)
        fail("cannot ask a socket for its unread bytes");
    return (size_t)n;
}

void real_transport_close(struct real_transport *t)
{
    for (int i = 0; i < 2; i++) {
        BIO_free(t->from[i]);
        BIO_free(t->into[i]);
        real_transport_close_socket(t, i);
    }
}
