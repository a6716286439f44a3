/* What the network can do to one direction. To add a step, write a function and a row. */
#include "network.h"

static void hold(struct stream *s, long n)
{
    (void)n;
    s->held = true;
}

static void deliver(struct stream *s, long n)
{
    if (n == ALL)
        stream_deliver_all(s);
    else
        stream_deliver(s, n);
}

static void set_capacity(struct stream *s, long n)
{
    s->capacity = n;
}

static void reset_reading(struct stream *s, long n)
{
    (void)n;
    s->reset = true;
}

static void break_writing(struct stream *s, long n)
{
    (void)n;
    s->broken = true;
}

static void truncate_queue(struct stream *s, long n)
{
    (void)n;
    stream_truncate(s);
}

static void corrupt(struct stream *s, long n)
{
    (void)n;
    stream_corrupt(s);
}

/* A close_notify in plaintext: type alert, version TLS 1.2, length 2, level warning. */
static void inject_alert(struct stream *s, long n)
{
    static const unsigned char close_notify[] = {0x15, 3, 3, 0, 2, 1, 0};

    (void)n;
    stream_inject(s, close_notify, sizeof close_notify);
}

/* A row is one line: language.go also reads them. */
const struct network_step network_steps[] = {
    {"hold", NOTHING, hold, false},
    {"deliver", NUMBER_OR_ALL, deliver, false},
    {"capacity", NUMBER, set_capacity, false},
    {"fin", NOTHING, NULL, true},
    {"reset", NOTHING, reset_reading, false},
    {"broken", NOTHING, break_writing, false},
    {"truncate", NOTHING, truncate_queue, false},
    {"corrupt", NOTHING, corrupt, false},
    {"inject alert", NOTHING, inject_alert, false},
    {NULL, NOTHING, NULL, false},
};
