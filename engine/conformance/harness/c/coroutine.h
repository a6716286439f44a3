/* A second stack in the same thread, for the calls of a peer whose BIO blocks. */
#ifndef COROUTINE_H
#define COROUTINE_H

#include "runner.h"

/*
 * Makes a second stack. Work that has blocked waits there while others run. OpenSSL keeps one
 * error queue for each thread. There is only one thread, so both peers share its queue.
 */
struct runner *coroutine_new(void);

#endif
