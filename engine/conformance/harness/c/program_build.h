/* Compiles the programs of scripts. */
#ifndef PROGRAM_BUILD_H
#define PROGRAM_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "program.h"

/* A compiled program in memory, with static variables of its own. */
struct program_library {
    void *handle;
    struct program_start start;
};

/*
 * Compiles the text of a program, unless the same one was compiled before, and returns the
 * path of the shared object. If the compiler refuses it, returns NULL, and why has the
 * first error.
 */
const char *program_build(const char *text, char *why, size_t size);

/* Loads what program_build has made. Returns zeros for NULL. */
struct program_library program_load(const char *path);
void program_unload(struct program_library *l);

#endif
