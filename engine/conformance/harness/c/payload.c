#include "payload.h"

#include "argument.h"

#define PERIOD 251

const unsigned char *payload(unsigned long long place)
{
    static unsigned char data[MAX_BYTES + PERIOD];

    if (data[1] == 0)
        for (int i = 0; i < MAX_BYTES + PERIOD; i++)
            data[i] = (unsigned char)(i % PERIOD);
    return data + place % PERIOD;
}
