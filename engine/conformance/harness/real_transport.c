#include "real_transport.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "fail.h"

void real_transport_pair(struct real_transport *l, SSL *client, SSL *server, size_t size)
{
    BIO *c, *s;

    if (BIO_new_bio_pair(&c, size, &s, size) != 1 || !BIO_up_ref(c) || !BIO_up_ref(s))
        fail("cannot make a BIO pair");
    SSL_set_bio(client, c, c);
    SSL_set_bio(server, s, s);
    *l = (struct real_transport){.on = true, .from = {s, c}, .fd = {-1, -1}};
}

/* Makes a memory BIO of which two hold a part: a peer and the link. */
static BIO *shared_memory(void)
{
    BIO *b = BIO_new(BIO_s_mem());

    if (b == NULL || !BIO_up_ref(b))
        fail("cannot make a memory BIO");
    BIO_set_mem_eof_return(b, -1); /* empty is no end: try again */
    return b;
}

void real_transport_memory(struct real_transport *l, SSL *client, SSL *server)
{
    *l = (struct real_transport){.on = true, .fd = {-1, -1}};
    for (int i = 0; i < 2; i++) {
        l->from[i] = shared_memory();
        l->into[i] = shared_memory();
    }
    SSL_set_bio(client, l->from[1], l->into[0]);
    SSL_set_bio(server, l->from[0], l->into[1]);
}

/* Makes two connected sockets that neither block nor wait for more to send. */
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
            fail("cannot set a socket up");
}

/* Sends what lies on a stream through a socket. */
static void pour(struct stream *from, int fd)
{
    char data[16384];
    int n;

    while ((n = stream_read(from, data, sizeof data)) > 0)
        if (send(fd, data, (size_t)n, 0) != n)
            fail("cannot fill a socket");
}

void real_transport_sockets(struct real_transport *l, SSL *client, SSL *server, struct stream streams[2])
{
    SSL *ssl[2] = {client, server};

    *l = (struct real_transport){.on = true};
    connect_sockets(l->fd);
    for (int i = 0; i < 2; i++) {
        BIO *b = BIO_new_socket(l->fd[i], BIO_NOCLOSE);

        if (b == NULL)
            fail("cannot make a socket BIO");
        SSL_set_bio(ssl[i], b, b);
        pour(&streams[i], l->fd[i]);
    }
    real_transport_settle(l);
}

void real_transport_close_socket(struct real_transport *l, int peer)
{
    if (l->fd[peer] >= 0)
        close(l->fd[peer]);
    l->fd[peer] = -1;
}

/* Moves what a peer has written to where the other reads, as an application must. */
static void move(BIO *from, BIO *to)
{
    char data[16384];
    int n;

    while ((n = BIO_read(from, data, sizeof data)) > 0)
        if (BIO_write(to, data, n) != n)
            fail("cannot fill a memory BIO");
}

/* Reports whether a RST has come. What was sent before it stays unacknowledged. */
static bool is_reset(int fd)
{
    struct tcp_info info;
    socklen_t size = sizeof info;

    return getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && info.tcpi_state == TCP_CLOSE;
}

/* Waits until the other end has all that was sent; gives up after a while. */
static void settle_socket(int fd)
{
    int left = 1;

    for (int i = 0; i < 200 && left > 0 && !is_reset(fd); i++) {
        usleep(100); /* for a FIN or a RST, of which nothing tells */
        if (ioctl(fd, SIOCOUTQ, &left) != 0)
            fail("cannot ask a socket what it has still to send");
    }
}

void real_transport_settle(const struct real_transport *l)
{
    if (!l->on)
        return;
    for (int i = 0; i < 2; i++) {
        if (l->fd[i] >= 0)
            settle_socket(l->fd[i]);
        if (l->into[i] != NULL)
            move(l->into[i], l->from[i]);
    }
}

size_t real_transport_queued(const struct real_transport *l, int direction)
{
    int reader = l->fd[1 - direction], n = 0;

    if (l->from[direction] != NULL)
        return BIO_ctrl_pending(l->from[direction]);
    if (reader >= 0 && ioctl(reader, FIONREAD, &n) != 0)
        fail("cannot ask a socket what it holds");
    return (size_t)n;
}

void real_transport_close(struct real_transport *l)
{
    for (int i = 0; i < 2; i++) {
        BIO_free(l->from[i]);
        BIO_free(l->into[i]);
        real_transport_close_socket(l, i);
    }
}
