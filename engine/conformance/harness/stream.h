/* One direction of the transport: bytes written and not yet read. */
#ifndef STREAM_H
#define STREAM_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Places count from 0 at the first byte ever written and are never used twice:
 *
 *    read or lost | readable | in flight | not written
 *   --------------+----------+-----------+------------
 *               start      ready        end
 */
struct stream {
    unsigned char *buffer;
    size_t size;
    size_t head; /* where in buffer the byte at start lies */
    long long start, ready, end;
    long long fin; /* place of the FIN, -1 while there is none */
    long long capacity;
    bool held;   /* written bytes stay in flight until delivered */
    bool reset;  /* reads fail with ECONNRESET */
    bool broken; /* writes fail with EPIPE */
    bool arrived; /* bytes have become readable; whoever wants to know clears it */
};

/* What stream_read returns where it has no byte to give. */
enum { STREAM_EOF = 0, STREAM_RETRY = -1, STREAM_RESET = -2 };

/* What stream_write returns where it took no byte. */
enum { STREAM_FULL = -1, STREAM_BROKEN = -2 };

void stream_open(struct stream *s);
void stream_close(struct stream *s);
long long stream_queued(const struct stream *s);
long long stream_readable(const struct stream *s);
bool stream_at_eof(const struct stream *s);
int stream_read(struct stream *s, void *to, int want);
int stream_write(struct stream *s, const void *from, int len);

/* The steps of the network. */
void stream_deliver(struct stream *s, long long n);
void stream_deliver_all(struct stream *s);
void stream_fin(struct stream *s);
void stream_truncate(struct stream *s);
void stream_corrupt(struct stream *s);
void stream_inject(struct stream *s, const void *from, int len);

#endif
