/* The application data that the peers write. */
#ifndef PAYLOAD_H
#define PAYLOAD_H

/*
 * Returns the payload from the given place on: MAX_BYTES or more of the bytes 0 to
 * 250, over and over. The first call prepares them.
 */
const unsigned char *payload(unsigned long long place);

#endif
