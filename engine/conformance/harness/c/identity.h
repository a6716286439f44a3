/* The server's key and certificate. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <openssl/ssl.h>

struct identity {
    EVP_PKEY *key;
    X509 *certificate;
};

/* Makes a P-256 key and a self-signed certificate. */
struct identity identity_new(void);

void identity_free(struct identity *id);

#endif
