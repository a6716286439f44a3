package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/replay"
)

// TestStoppedInAWorld: what C leaves undefined about the library, and what is not modelled, stops
// a program in its line. The table of engine/cc has what needs no library. The body of each
// program begins in line 2. The server has written 3 bytes.
func TestStoppedInAWorld(t *testing.T) {
	const unordered = "C leaves open whether %s comes before or after another call in this expression"
	for _, test := range []struct {
		body   string
		line   int
		reason string
	}{
		{"SSL_free(ssl);\nSSL_shutdown(ssl);", 3, "the SSL is used after SSL_free"},
		{"SSL_free(ssl);\nSSL_free(ssl);", 3, "the SSL is used after SSL_free"},
		{"SSL_free(ssl);\nreturn SSL_get_shutdown(ssl);", 3, "the SSL is used after SSL_free"},
		{"SSL_free(ssl);\nreturn SSL_get_error(ssl, -1);", 3, "the SSL is used after SSL_free"},
		{"ssl = NULL;\nSSL_shutdown(ssl);", 3, "SSL_shutdown of NULL"},
		{"ssl = NULL;\nreturn SSL_pending(ssl);", 3, "SSL_pending of NULL"},
		{"char b[3]; SSL_read(ssl, b, 3);\nif (b[1] == 'x') return 1;", 3, "looks at received data, whose content is not modelled"},
		{"char b[3]; SSL_read(ssl, b, 3);\nprintf(\"%c\", b[0]);", 3, "looks at received data, whose content is not modelled"},
		{"char b[3]; SSL_read(ssl, b, 3);\nreturn strlen(b);", 3, "looks at received data, whose content is not modelled"},
		{"char b[3]; SSL_read(ssl, b, 2);\nreturn b[2];", 3, "b is used before it has a value"},
		{"char b[2];\nSSL_read(ssl, b, 3);", 3, "3 bytes at offset 0 of an object of 2 bytes are used"},
		{"char b[2];\nSSL_write(ssl, b, 3);", 3, "3 bytes at offset 0 of an object of 2 bytes are used"},
		{"\nSSL_write(ssl, NULL, 3);", 3, "NULL is dereferenced"},
		{"size_t n; char b[1]; SSL_peek(ssl, b, 0); SSL_shutdown(ssl); SSL_write_ex(ssl, b, 1, &n);\nreturn n;", 3, "n is used before it has a value"},
		{"const char *s = ERR_reason_error_string(0);\nprintf(\"%s\", s);", 3, "%s of NULL"},
		{"int n[2] = {0};\nreturn n[SSL_shutdown(ssl) + 2];", 3, "index 2 is outside an array of 2"},

		{"\nreturn SSL_shutdown(ssl) + SSL_shutdown(ssl);", 3, fmt.Sprintf(unordered, "SSL_shutdown")},
		{"char b[1];\nreturn SSL_read(ssl, b, 1) == SSL_write(ssl, \"x\", 1);", 3, fmt.Sprintf(unordered, "SSL_write")},
		{"\nreturn SSL_shutdown(ssl) + SSL_get_shutdown(ssl);", 3, fmt.Sprintf(unordered, "SSL_get_shutdown")},
		{"\nprintf(\"%d %d\\n\", SSL_shutdown(ssl), SSL_get_shutdown(ssl));", 3, fmt.Sprintf(unordered, "SSL_shutdown")},
		{"\nreturn SSL_get_error(ssl, -1) + (int)ERR_get_error();", 3, fmt.Sprintf(unordered, "ERR_get_error")},
		{"\nreturn (int)(ERR_get_error() | ERR_peek_error());", 3, fmt.Sprintf(unordered, "ERR_peek_error")},
		{"\nreturn SSL_get_error(ssl, SSL_shutdown(ssl)) + SSL_want(ssl);", 3, fmt.Sprintf(unordered, "SSL_want")},

		{"struct pollfd p = {7, POLLIN};\npoll(&p, 1, 0);", 3, "poll is modelled with the peer's own socket only"},
		{"struct pollfd p = {3, POLLIN | POLLPRI};\npoll(&p, 1, 0);", 3, "poll is modelled with POLLIN and POLLOUT only"},
		{"struct pollfd p = {3, POLLIN};\npoll(&p, 2, 0);", 3, "of an object of 8 bytes are used"},
		{"fd_set s; FD_ZERO(&s); FD_SET(4, &s);\nselect(5, &s, NULL, NULL, NULL);", 3, "select is modelled with the peer's own socket only"},
		{"\nshutdown(3, SHUT_RD);", 3, "shutdown is modelled with SHUT_WR only"},
		{"\nshutdown(3, SHUT_RDWR);", 3, "shutdown is modelled with SHUT_WR only"},
		{"\nshutdown(1, SHUT_WR);", 3, "shutdown is modelled with the peer's own socket only"},
		{"\nclose(0);", 3, "close is modelled with the peer's own socket only"},
		{"\nfcntl(2, F_SETFL, 0);", 3, "fcntl is modelled with the peer's own socket only"},
		{"\nreturn fcntl(2, F_GETFL);", 3, "fcntl is modelled with the peer's own socket only"},
		{"\nfcntl(3, 1);", 3, "fcntl is modelled with F_GETFL and F_SETFL only"},
		{"\nSSL_set_options(ssl, SSL_OP_NO_TLSv1_3);", 3, "SSL_set_options is modelled with SSL_OP_IGNORE_UNEXPECTED_EOF only"},
		{"\nSSL_set_mode(ssl, SSL_MODE_RELEASE_BUFFERS);", 3, "SSL_set_mode is modelled with"},
		{"\nSSL_set_shutdown(ssl, 4);", 3, "SSL_set_shutdown is modelled with"},
		{"\nputs(ERR_error_string(12345, NULL));", 3, "ERR_error_string is modelled with the numbers of errors that were queued"},
	} {
		text := "program client\nint main(SSL *ssl) {\n" + test.body + "\nreturn 0; }\nend program\nserver SSL_write 3\nrun\n"
		stopped := ""
		_, err := replay.Trace(text, func(s engine.Step) {
			if ran, ok := s.Program(); ok && ran.Stopped != "" {
				stopped = ran.Stopped
			}
		})
		want := fmt.Sprintf("line %d: ", test.line)
		if err != nil || !strings.HasPrefix(stopped, want) || !strings.Contains(stopped, test.reason) {
			t.Errorf("%s\nis stopped with %q (%v), want %s%s", test.body, stopped, err, want, test.reason)
		}
	}
}
