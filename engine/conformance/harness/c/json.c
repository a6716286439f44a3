#include "json.h"

#include <string.h>

#include "utf8.h"

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
        size_t length = utf8_length((const unsigned char *)s + i, size - i);

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
