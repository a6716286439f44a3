/* One direction of the transport: bytes written and not yet read. */
#ifndef STREAM_H
#define STREAM_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A place is the number of a byte, counted from the first one ever written:
 *
 *    read or lost | readable | in flight | not yet written
 *   --------------+----------+-----------+----------------
 *               start      ready        end
 */
struct stream {
    unsigned char *buffer;
    size_t size;
    size_t head; /* the index in buffer of the byte at start */
    long long start, ready, end;
    long long fin;      /* the place of the FIN, -1 if none was sent */
    long long rst;      /* the place of an RST from a closed socket, -1 if none was sent */
    long long capacity; /* the most bytes that a write may queue */
    bool held;    /* written bytes stay in flight until delivered */
    bool reset;   /* reads fail with ECONNRESET */
    bool broken;  /* writes fail with EPIPE: see tcp_socket_write */
    bool arrived; /* bytes have become readable; cleared by clear_retry in run.c */
    bool fin_sent, rst_sent; /* in this step; cleared by world_step */
};

/* What stream_read returns if it reads nothing. */
enum { STREAM_EOF = 0, STREAM_RETRY = -1, STREAM_RESET = -2 };

/* What stream_write returns if there is no room. */
enum { STREAM_FULL = -1 };

void stream_open(struct stream *s);
void stream_close(struct stream *s);

/* Bytes in flight or readable. */
long long stream_queued(const struct stream *s);

/* Bytes delivered and not read, including those after the FIN. */
long long stream_readable(const struct stream *s);

/* How many bytes a write may queue now. */
long long stream_room(const struct stream *s);

/* Reads up to want bytes, and returns how many or one of the values above. */
int stream_read(struct stream *s, void *to, int want);

/* Writes as many of len bytes as fit, and returns how many or STREAM_FULL. */
int stream_write(struct stream *s, const void *from, int len);

/* Makes n bytes in flight readable, or all that there are. */
void stream_deliver(struct stream *s, long long n);
void stream_deliver_all(struct stream *s);

/* Sends a FIN after the bytes queued now, unless a FIN or an RST was sent before. */
void stream_fin(struct stream *s);

/* Sends an RST after the bytes queued now. Only the first one counts. */
void stream_rst(struct stream *s);

/* Reports whether all bytes before the RST are readable. */
bool stream_rst_arrived(const struct stream *s);

/* Drops all queued bytes. */
void stream_truncate(struct stream *s);

/* Drops the bytes delivered and not read. */
void stream_discard_readable(struct stream *s);

/* Flips the lowest bit of the last queued byte. */
void stream_corrupt(struct stream *s);

/* Queues bytes, whatever the capacity. */
void stream_inject(struct stream *s, const void *from, int len);

#endif
