/* The script language: text in, steps out. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

/* Who does a step. */
enum subject { CLIENT, SERVER, C2S, S2C };

enum verb {
    VERB_SHUTDOWN,
    VERB_READ,
    VERB_PEEK,
    VERB_WRITE,
    VERB_DO_HANDSHAKE,
    VERB_CLEAR,
    VERB_FREE,
    VERB_RENEGOTIATE,
    VERB_SET_SHUTDOWN,
    VERB_SET_QUIET_SHUTDOWN,
    VERB_KEY_UPDATE,
    VERB_SET_OPTIONS,
    VERB_CLEAR_MODE,
    VERB_SET_NBIO,
    VERB_CLOSE,
    VERB_KEEP_ERRORS,
    VERB_HOLD,
    VERB_DELIVER,
    VERB_CAPACITY,
    VERB_FIN,
    VERB_RESET,
    VERB_BROKEN,
    VERB_TRUNCATE,
    VERB_CORRUPT,
    VERB_INJECT_ALERT,
    VERB_COUNT
};

/* The n of "deliver all". */
#define ALL (-1)

/* The most bytes of one SSL_read, SSL_peek or SSL_write. */
#define MAX_BYTES (1 << 20)

struct step {
    enum subject subject;
    enum verb verb;
    long n; /* bytes, an index into the verb's words, or ALL */
};

enum version { TLS12, TLS13 };
enum start { START_ESTABLISHED, START_TICKETS, START_BEFORE };
enum transport { SOCKET, PAIR, MEMORY, BUFFERED };

struct script {
    enum version version;
    enum start start;
    enum transport transport;
    long pair_size; /* bytes in each direction of a PAIR */
    bool network;   /* there is a step of the network */
    bool sockets;   /* there is a close(2) */
    bool blocking;  /* there is a BIO_set_nbio 0 */
    struct step *steps;
    size_t count;

    /* The rest serves the parsing. */
    size_t room;
    unsigned seen; /* directives met, a bit each */
    int line;
    char error[256]; /* "" while the text is right */
};

/* Readies an empty script with the defaults. */
void script_open(struct script *s);

/* Takes the next line, without its newline; keeps the first error met. */
void script_line(struct script *s, char *line);

/* Frees the steps. */
void script_close(struct script *s);

/* Writes the step as the script has it, blanks made single. */
void step_text(const struct step *step, char *to, size_t size);

#endif
