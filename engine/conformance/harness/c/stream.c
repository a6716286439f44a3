#include "stream.h"

#include <stdlib.h>
#include <string.h>

#include "fail.h"

#define DEFAULT_CAPACITY (1 << 20)

void stream_open(struct stream *s)
{
    memset(s, 0, sizeof *s);
    s->fin = s->rst = -1;
    s->capacity = DEFAULT_CAPACITY;
}

void stream_close(struct stream *s)
{
    free(s->buffer);
    s->buffer = NULL;
}

long long stream_queued(const struct stream *s)
{
    return s->end - s->start;
}

long long stream_readable(const struct stream *s)
{
    return s->ready - s->start;
}

/*
 * How many bytes a read may take now. For the reader, the stream ends at the FIN: bytes
 * that were written later stay queued and are never read.
 */
static long long readable_before_fin(const struct stream *s)
{
    long long last = s->ready;

    if (s->fin >= 0 && s->fin < last)
        last = s->fin;
    return last > s->start ? last - s->start : 0;
}

/* Reports whether the reader has reached the FIN. */
static bool at_eof(const struct stream *s)
{
    return s->fin >= 0 && s->start >= s->fin;
}

bool stream_rst_arrived(const struct stream *s)
{
    return s->rst >= 0 && s->ready >= s->rst;
}

/* Removes the oldest n bytes. */
static void advance(struct stream *s, long long n)
{
    s->start += n;
    s->head += (size_t)n;
    if (s->ready < s->start)
        s->ready = s->start;
    if (s->start == s->end)
        s->head = 0;
}

int stream_read(struct stream *s, void *to, int want)
{
    long long n = readable_before_fin(s);

    if (s->reset)
        return STREAM_RESET;
    if (n == 0)
        return at_eof(s) ? STREAM_EOF : STREAM_RETRY;
    if (n > want)
        n = want;
    memcpy(to, s->buffer + s->head, (size_t)n);
    advance(s, n);
    return (int)n;
}

/* Makes room in the buffer for n bytes after those queued. */
static void reserve(struct stream *s, size_t n)
{
    size_t queued = (size_t)stream_queued(s);

    if (s->head + queued + n <= s->size)
        return;
    if (queued > 0)
        memmove(s->buffer, s->buffer + s->head, queued);
    s->head = 0;
    if (queued + n <= s->size)
        return;
    s->size = 2 * (queued + n);
    s->buffer = realloc(s->buffer, s->size);
    if (s->buffer == NULL)
        fail("out of memory");
}

void stream_inject(struct stream *s, const void *from, int len)
{
    reserve(s, (size_t)len);
    memcpy(s->buffer + s->head + stream_queued(s), from, (size_t)len);
    s->end += len;
    if (!s->held)
        stream_deliver_all(s);
}

long long stream_room(const struct stream *s)
{
    return s->capacity - stream_queued(s);
}

int stream_write(struct stream *s, const void *from, int len)
{
    long long room = stream_room(s);

    if (room <= 0)
        return STREAM_FULL;
    if (len > room)
        len = (int)room;
    stream_inject(s, from, len);
    return len;
}

void stream_deliver(struct stream *s, long long n)
{
    long long in_flight = s->end - s->ready;

    if (n > in_flight)
        n = in_flight;
    s->ready += n;
    s->arrived |= n > 0;
}

void stream_deliver_all(struct stream *s)
{
    stream_deliver(s, s->end - s->ready);
}

void stream_fin(struct stream *s)
{
    if (s->fin < 0 && s->rst < 0) {
        s->fin = s->end;
        s->fin_sent = true;
    }
}

void stream_rst(struct stream *s)
{
    if (s->rst < 0)
        s->rst = s->end;
    s->rst_sent = true;
}

void stream_truncate(struct stream *s)
{
    advance(s, stream_queued(s));
}

void stream_discard_readable(struct stream *s)
{
    advance(s, stream_readable(s));
}

void stream_corrupt(struct stream *s)
{
    long long queued = stream_queued(s);

    if (queued > 0)
        s->buffer[s->head + queued - 1] ^= 1;
}
