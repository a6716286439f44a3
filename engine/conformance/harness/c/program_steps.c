#include "program_steps.h"

#include "peer_program.h"

const struct program_step program_steps[] = {
    {"next", peer_program_next},
    {"timeout", peer_program_timeout},
    {NULL, NULL},
};
