/* The script language: text in, steps out. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "calls.h"
#include "network.h"

/* The peer that makes a call, or the direction that a network step acts on. */
enum subject { CLIENT, SERVER, C2S, S2C };

/* The words of the subjects, up to NULL. */
extern const char *const subjects[];

struct step {
    enum subject subject;
    const struct call *call;            /* NULL in a step of the network */
    const struct network_step *network; /* NULL in a call */
    long n;                             /* the argument's value */
};

enum version { TLS12, TLS13 };
enum start { START_ESTABLISHED, START_TICKETS, START_BEFORE };
enum transport { SOCKET, PAIR, MEMORY, BUFFERED };

struct script {
    enum version version;
    enum start start;
    enum transport transport;
    long pair_size; /* bytes in each direction of a PAIR */
    bool network;   /* it has a step of the network */
    bool streams;   /* it has a step that no real transport can take */
    bool closes;    /* it has a call that acts on a socket */
    bool blocking;  /* it has a call that makes a BIO blocking */
    struct step *steps;
    size_t count;

    /* Used while parsing. */
    size_t room;
    unsigned seen; /* a bit for each directive that was met */
    int line;
    char error[256]; /* the first error, "" if there is none */
};

/* Makes an empty script with the default directives. */
void script_open(struct script *s);

/* Parses the next line, which it changes. The line ends without a newline. */
void script_line(struct script *s, char *line);

/* Frees the steps. */
void script_close(struct script *s);

/* Writes the step as one line of a script, with single blanks. */
void step_text(const struct step *step, char *to, size_t size);

#endif
