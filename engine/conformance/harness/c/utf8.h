/* UTF-8. */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>

/*
 * How many bytes at s are a character in UTF-8 (RFC 3629, section 4), 0 if they are none. No
 * character is longer than it has to be, above U+10FFFF or a surrogate.
 */
size_t utf8_length(const unsigned char *s, size_t size);

#endif
