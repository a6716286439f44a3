#include "verbs.h"

#include <stddef.h>

const char *const subjects[] = {"client", "server", "c2s", "s2c", NULL};

/* The index is SSL_SENT_SHUTDOWN, SSL_RECEIVED_SHUTDOWN or both. */
static const char *const flags[] = {"0", "SENT", "RECEIVED", "SENT|RECEIVED", NULL};
static const char *const bits[] = {"0", "1", NULL};
static const char *const switches[] = {"off", "on", NULL};
/* The index is SSL_KEY_UPDATE_NOT_REQUESTED or SSL_KEY_UPDATE_REQUESTED. */
static const char *const updates[] = {"not_requested", "requested", NULL};
static const char *const options[] = {"IGNORE_UNEXPECTED_EOF", NULL};
static const char *const modes[] = {"AUTO_RETRY", NULL};

const struct verb_spec verbs[VERB_COUNT] = {
    [VERB_SHUTDOWN] = {"SSL_shutdown", false, NULL, 0, false},
    [VERB_READ] = {"SSL_read", false, NULL, MAX_BYTES, false},
    [VERB_PEEK] = {"SSL_peek", false, NULL, MAX_BYTES, false},
    [VERB_WRITE] = {"SSL_write", false, NULL, MAX_BYTES, false},
    [VERB_DO_HANDSHAKE] = {"SSL_do_handshake", false, NULL, 0, false},
    [VERB_CLEAR] = {"SSL_clear", false, NULL, 0, false},
    [VERB_FREE] = {"SSL_free", false, NULL, 0, false},
    [VERB_RENEGOTIATE] = {"SSL_renegotiate", false, NULL, 0, false},
    [VERB_SET_SHUTDOWN] = {"SSL_set_shutdown", false, flags, 0, false},
    [VERB_SET_QUIET_SHUTDOWN] = {"SSL_set_quiet_shutdown", false, bits, 0, false},
    [VERB_KEY_UPDATE] = {"SSL_key_update", false, updates, 0, false},
    [VERB_SET_OPTIONS] = {"SSL_set_options", false, options, 0, false},
    [VERB_CLEAR_MODE] = {"SSL_clear_mode", false, modes, 0, false},
    [VERB_SET_NBIO] = {"BIO_set_nbio", false, bits, 0, false},
    [VERB_CLOSE] = {"close", false, NULL, 0, false},
    [VERB_KEEP_ERRORS] = {"keep_errors", false, switches, 0, false},
    [VERB_HOLD] = {"hold", true, NULL, 0, false},
    [VERB_DELIVER] = {"deliver", true, NULL, MAX_CAPACITY, true},
    [VERB_CAPACITY] = {"capacity", true, NULL, MAX_CAPACITY, false},
    [VERB_FIN] = {"fin", true, NULL, 0, false},
    [VERB_RESET] = {"reset", true, NULL, 0, false},
    [VERB_BROKEN] = {"broken", true, NULL, 0, false},
    [VERB_TRUNCATE] = {"truncate", true, NULL, 0, false},
    [VERB_CORRUPT] = {"corrupt", true, NULL, 0, false},
    [VERB_INJECT_ALERT] = {"inject alert", true, NULL, 0, false},
};
