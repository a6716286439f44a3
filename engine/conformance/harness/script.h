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

/* Steps of programs. RUN has no subject. */
enum program_step { NO_PROGRAM_STEP, NEXT, TIMEOUT, RUN };

struct step {
    enum subject subject;
    const struct call *call;            /* NULL but in a call */
    const struct network_step *network; /* NULL but in a step of the network */
    enum program_step program;
    long n;                             /* the argument's value */
};

enum version { TLS12, TLS13 };
enum start { START_ESTABLISHED, START_TICKETS, START_BEFORE };
enum transport { SOCKET, PAIR, MEMORY, BUFFERED };

/* How many bytes a connection over the loopback interface surely takes that nobody reads. */
#define LOOPBACK_TAKES 100000

/* The longest text of a program, in bytes. */
#define MAX_PROGRAM (64 << 10)

/* A program of a peer. */
struct program {
    char *text; /* NULL if there is none */
    size_t size;
    const char *library; /* set by script_build: the path of the shared object */
};

struct script {
    enum version version;
    enum start start;
    enum transport transport;
    long pair_size; /* bytes in each direction of a PAIR */
    bool network;   /* it has a step of the network */
    bool streams;   /* it has a step that no real transport can take */
    bool closes;    /* it has a call that acts on a socket */
    bool blocking;  /* it has a call that makes a BIO blocking */
    long written[2]; /* bytes that a peer writes by hand */
    struct program programs[2]; /* by peer */
    bool programs_close;        /* a program acts on a socket */
    struct step *steps;
    size_t count;

    /* Used while parsing. */
    size_t room;
    unsigned seen; /* a bit for each directive that was met */
    int line;
    struct program nobody;  /* a program of neither peer, which is refused */
    struct program *inside; /* the program that the next line belongs to, NULL if none */
    char error[256]; /* the first error, "" if there is none */
};

/* Makes an empty script with the default directives. */
void script_open(struct script *s);

/* Parses the next line, which it changes. The line ends without a newline. */
void script_line(struct script *s, char *line);

/* Ends the script, and compiles its programs unless there is an error. */
void script_build(struct script *s);

/* Frees the steps and programs. */
void script_close(struct script *s);

/* Writes the step as one line of a script, with single blanks. */
void step_text(const struct step *step, char *to, size_t size);

#endif
