/* The script language: text in, steps out. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "step.h"

enum version { TLS12, TLS13 };
enum start { START_ESTABLISHED, START_TICKETS, START_BEFORE };
enum transport { SOCKET, PAIR, MEMORY, BUFFERED };

/* Their words in scripts, in the same order, up to NULL. */
extern const char *const versions[], *const starts[], *const transports[];

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

/* What the directives of a script say. */
struct setup {
    enum version version;
    enum start start;
    enum transport transport;
    long pair_size; /* bytes in each direction of a PAIR */
};

struct script {
    struct setup setup;
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

#endif
