#include "json.h"

#include <string.h>

/*
 * How many bytes at s are a character in UTF-8 (RFC 3629, section 4), 0 if they are none. No
 * character is longer than it has to be, above U+10FFFF or a surrogate.
 */
static size_t character(const unsigned char *s, size_t size)
{
    size_t length = s[0] < 0x80 ? 1 : s[0] < 0xc2 ? 0 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : s[0] < 0xf5 ? 4 : 0;

    if (length > size)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((s[i] & 0xc0) != 0x80)
            return 0;
    if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
        (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
        return 0;
    return length;
}

static void print_ascii(FILE *out, unsigned char c)
{
    if (c == '"' || c == '\\')
        fprintf(out, "\\%c", c);
    else if (c == '\n')
        fputs("\\n", out);
    else if (c < 0x20 || c == 0x7f)
        fprintf(out, "\\u%04x", c);
    else
        putc(c, out);
}

void print_bytes(FILE *out, const char *s, size_t size)
{
    putc('"', out);
    for (size_t i = 0; i < size; i++) {
        size_t length = character((const unsigned char *)s + i, size - i);

        if (length == 0)
            fputs("\xef\xbf\xbd", out);
        if (length == 1)
            print_ascii(out, (unsigned char)s[i]);
        if (length > 1) {
            fwrite(s + i, 1, length, out);
            i += length - 1;
        }
    }
    putc('"', out);
}

void print_string(FILE *out, const char *s)
{
    print_bytes(out, s, strlen(s));
}
