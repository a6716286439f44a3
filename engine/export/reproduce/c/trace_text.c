#include "trace_text.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string.h>

#include "blocking.h"
#include "names.h"
#include "utf8.h"

/* A number of the protocol, and its name in the RFCs. */
struct number_name {
    int number;
    const char *name;
};

/* Prints the name of a number, or the number after what it is. */
static void print_name(FILE *out, const struct number_name *names, int number, const char *what)
{
    while (names->name != NULL && names->number != number)
        names++;
    if (names->name != NULL)
        fputs(names->name, out);
    else
        fprintf(out, "%s %d", what, number);
}

static const struct number_name alert_names[] = {
    {SSL_AD_CLOSE_NOTIFY, "close_notify"},
    {SSL_AD_UNEXPECTED_MESSAGE, "unexpected_message"},
    {SSL_AD_BAD_RECORD_MAC, "bad_record_mac"},
    {SSL_AD_RECORD_OVERFLOW, "record_overflow"},
    {SSL_AD_HANDSHAKE_FAILURE, "handshake_failure"},
    {SSL_AD_DECODE_ERROR, "decode_error"},
    {SSL_AD_PROTOCOL_VERSION, "protocol_version"},
    {SSL_AD_INTERNAL_ERROR, "internal_error"},
    {SSL_AD_NO_RENEGOTIATION, "no_renegotiation"},
    {0, NULL},
};

static const struct number_name message_names[] = {
    {SSL3_MT_HELLO_REQUEST, "HelloRequest"},
    {SSL3_MT_CLIENT_HELLO, "ClientHello"},
    {SSL3_MT_SERVER_HELLO, "ServerHello"},
    {SSL3_MT_NEWSESSION_TICKET, "NewSessionTicket"},
    {SSL3_MT_ENCRYPTED_EXTENSIONS, "EncryptedExtensions"},
    {SSL3_MT_CERTIFICATE, "Certificate"},
    {SSL3_MT_SERVER_KEY_EXCHANGE, "ServerKeyExchange"},
    {SSL3_MT_SERVER_DONE, "ServerHelloDone"},
    {SSL3_MT_CERTIFICATE_VERIFY, "CertificateVerify"},
    {SSL3_MT_CLIENT_KEY_EXCHANGE, "ClientKeyExchange"},
    {SSL3_MT_FINISHED, "Finished"},
    {SSL3_MT_KEY_UPDATE, "KeyUpdate"},
    {0, NULL},
};

/* Prints which alerts and handshake messages were sent and received. */
static void print_records_text(FILE *out, const struct records *r)
{
    for (size_t i = 0; i < r->count; i++) {
        const struct record *record = &r->list[i];
        bool alert = record->type == SSL3_RT_ALERT;

        fprintf(out, "; %s ", record->sent ? "sent" : "received");
        if (alert)
            print_name(out, alert_names, record->second, "alert");
        else
            print_name(out, message_names, record->first, "message");
        if (alert && record->first == SSL3_AL_FATAL)
            fputs(" (fatal)", out);
    }
}

/* Prints which FINs and RSTs were sent, but not those that the step itself sends. */
static void print_signals(FILE *out, const struct step *step, const struct world *w)
{
    for (int i = 0; i < 2; i++) {
        if (step->network != NULL && step->subject == (i == 0 ? C2S : S2C))
            continue;
        if (w->wires[i].fin_sent)
            fprintf(out, "; FIN to the %s", subjects[1 - i]);
        if (w->wires[i].rst_sent)
            fprintf(out, "; RST to the %s", subjects[1 - i]);
    }
}

/* Prints what a call returned: the value, SSL_get_error, the oldest reason and errno. */
static void print_return_text(FILE *out, const struct outcome *o)
{
    const char *reason = oldest_reason(&o->errors);

    if (o->keys == KEYS_NONE)
        return;
    fprintf(out, " → %lld", o->ret);
    if (o->counts && o->ret == 1)
        fprintf(out, ", %zu byte%s", o->bytes, o->bytes == 1 ? "" : "s");
    if (o->keys == KEYS_SSL && o->error != SSL_ERROR_NONE)
        fprintf(out, " %s", error_name(o->error));
    if (o->keys == KEYS_SSL && reason[0] != '\0')
        fprintf(out, " (%s)", reason);
    if (o->keys >= KEYS_SYSTEM && errno_name(o->error_number)[0] != '\0')
        fprintf(out, ", errno %s", errno_name(o->error_number));
#if PROGRAMS
    for (size_t i = 0; o->polls && o->ret > 0 && i < event_count; i++)
        if (o->revents & event_names[i].event)
            fprintf(out, " %s", event_names[i].name);
#endif
}

/* Returns the call that has returned late as the first or the second one in this step, or NULL. */
static const struct blockable_call *late_return(const struct world *w, int order)
{
    for (int i = 0; i < 2; i++)
        if (w->calls[i].returned == order)
            return &w->calls[i];
    return NULL;
}

static void print_late_returns(FILE *out, const struct world *w)
{
    for (int order = 1; order <= 2; order++) {
        const struct blockable_call *call = late_return(w, order);

        if (call == NULL)
            continue;
        fprintf(out, "; %s's call in step %zu", subjects[call - w->calls], call->n);
        print_return_text(out, &call->outcome);
    }
}

#if PROGRAMS
/* Characters that nobody sees are not printed, by their numbers in Unicode 15. */
static bool is_hidden(long c)
{
    static const struct {
        long first, last;
    } ranges[] = {
        {0, 0x1F}, {0x7F, 0x9F}, {0xAD, 0xAD}, {0x600, 0x605}, {0x61C, 0x61C}, {0x6DD, 0x6DD},
        {0x70F, 0x70F}, {0x890, 0x891}, {0x8E2, 0x8E2}, {0x180E, 0x180E}, {0x200B, 0x200F},
        {0x2028, 0x202E}, {0x2060, 0x2064}, {0x2066, 0x206F}, {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF},
        {0xFFF9, 0xFFFB}, {0x110BD, 0x110BD}, {0x110CD, 0x110CD}, {0x13430, 0x1343F},
        {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F},
    };

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (ranges[i].first <= c && c <= ranges[i].last)
            return true;
    return (c & 0xFFFE) == 0xFFFE; /* never a character */
}

/* Reports whether a hidden character separates words or lines. */
static bool is_space(long c)
{
    return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The number of the character of that length. */
static long character(const unsigned char *s, size_t length)
{
    long c = length == 1 ? s[0] : s[0] & (0xFF >> (length + 1));

    for (size_t i = 1; i < length; i++)
        c = c << 6 | (s[i] & 0x3F);
    return c;
}

/* Prints a line of a program's output. What is not UTF-8 becomes U+FFFD. */
static void print_visible(FILE *out, const unsigned char *s, size_t size)
{
    while (size > 0) {
        size_t length = utf8_length(s, size);

        if (length == 0)
            fputs("\xef\xbf\xbd", out);
        else if (!is_hidden(character(s, length)))
            fwrite(s, 1, length, out);
        else if (is_space(character(s, length)))
            putc(' ', out);
        s += length > 0 ? length : 1;
        size -= length > 0 ? length : 1;
    }
}

static void print_output(FILE *out, const struct ran *ran)
{
    const char *line = ran->output, *end = line + ran->size;

    while (line < end) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        size_t length = (size_t)((newline != NULL ? newline : end) - line);

        fputs("     | ", out);
        print_visible(out, (const unsigned char *)line, length);
        putc('\n', out);
        line += length + 1;
    }
}

static void print_end(FILE *out, const struct ran *ran)
{
    if (ran->end == HALTED)
        fprintf(out, "; stopped, %s", ran->halted);
    else if (ran->end == ABORTED)
        fputs("; aborted", out);
    else if (ran->end == ENDED)
        fprintf(out, "; ended with %d", ran->exit);
}
#endif

/* Prints an error queue, a line for each entry. */
static void print_queue(FILE *out, const struct errors *e)
{
    for (int i = 0; i < e->count; i++) {
        char text[256]; /* as long as the buffer of ERR_error_string */

        ERR_error_string_n(e->codes[i], text, sizeof text);
        fprintf(out, "     %s\n", text);
    }
}

/* Prints the error queue after the step's call, and after those that have returned late. */
static void print_queues(FILE *out, const struct outcome *o, const struct world *w)
{
    if (o->keys == KEYS_SSL)
        print_queue(out, &o->errors);
    for (int order = 1; order <= 2; order++) {
        const struct blockable_call *call = late_return(w, order);

        if (call != NULL && call->outcome.keys == KEYS_SSL)
            print_queue(out, &call->outcome.errors);
    }
}

/* Prints the flags and the state of a peer. Established is the usual state, and left out. */
static void print_peer_text(FILE *out, const struct peer *p)
{
    char state[128] = "", text[256];

    if (p->ssl == NULL) {
        fprintf(out, "%-29s ", p->server ? "server [freed]" : "client [freed]");
        return;
    }
    if (strcmp(state_name(p->ssl), "established") != 0)
        snprintf(state, sizeof state, ", %s: %s", state_name(p->ssl), SSL_state_string_long(p->ssl));
    snprintf(text, sizeof text, "%s [%s%s%s]", p->name, shutdown_name(SSL_get_shutdown(p->ssl)),
             SSL_has_pending(p->ssl) ? ", has pending" : "", state);
    fprintf(out, "%-29s ", text);
}

/* Prints how many bytes are on a wire, and how many can be read if that is not all. */
static void print_wire_text(FILE *out, const struct world *w, int direction, int width)
{
    long long queued = w->transport->queued(w, direction);
    long long readable = w->transport->readable(w, direction);
    char text[64];

    if (readable == queued)
        snprintf(text, sizeof text, "%lld B", queued);
    else
        snprintf(text, sizeof text, "%lld of %lld B readable", readable, queued);
    fprintf(out, "%s %-*s", subjects[C2S + direction], width, text);
}

/* Prints the step as a person would write the call: "client SSL_read(100)". */
static void print_call(FILE *out, const struct step *step)
{
    char argument[64] = "";
    bool call = step->call != NULL;

    argument_text(step_argument(step), step->n, argument, sizeof argument);
    fprintf(out, "%s %s", subjects[step->subject], step_word(step));
    if (call)
        fprintf(out, "(%s)", argument[0] == ' ' ? argument + 1 : "");
    else
        fputs(argument, out);
}

void trace_text(FILE *out, size_t n, const struct step *step, const struct outcome *o,
                const struct world *w)
{
    fprintf(out, "%3zu  ", n);
    print_call(out, step);
#if PROGRAMS
    if (o->ran != NULL && o->ran->call != NULL)
        fprintf(out, ": %s in line %d", o->ran->call, o->ran->line);
#endif
    print_return_text(out, o);
    if (o->blocked)
        fputs(" blocks", out);
    print_records_text(out, &w->records);
    print_signals(out, step, w);
    print_late_returns(out, w);
    if (blocking_deadlock(w))
        fputs("; deadlock", out);
#if PROGRAMS
    if (o->ran != NULL)
        print_end(out, o->ran);
#endif
    putc('\n', out);
#if PROGRAMS
    if (o->ran != NULL)
        print_output(out, o->ran);
#endif
    print_queues(out, o, w);
    fputs("     ", out);
    print_peer_text(out, &w->peers[CLIENT]);
    print_peer_text(out, &w->peers[SERVER]);
    print_wire_text(out, w, 0, 26);
    print_wire_text(out, w, 1, 0);
    putc('\n', out);
}
