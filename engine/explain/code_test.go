package explain_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine/explain"
)

func TestCode(t *testing.T) {
	steps := [][2]string{ // a step, and its line in C
		{"client SSL_set_shutdown SENT|RECEIVED", "SSL_set_shutdown(client, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);"},
		{"client SSL_set_shutdown 0", "SSL_set_shutdown(client, 0);"},
		{"c2s hold", "/* c2s hold */"},
		{"server SSL_read 5", "ret = SSL_read(server, buf, 5); /* -1, SSL_get_error(server, ret) == SSL_ERROR_WANT_READ */"},
		{"client SSL_write_ex 5", "ret = SSL_write_ex(client, buf, 5, &n); /* 1, n == 5 */"},
		{"client keep_errors on", "/* client keep_errors on */"},
		{"client SSL_shutdown", "ret = SSL_shutdown(client); /* 0 */"},
		{"client SSL_key_update requested", "ret = SSL_key_update(client, SSL_KEY_UPDATE_REQUESTED); /* 1 */"},
		{"server BIO_set_nbio 0", "BIO_socket_nbio(server_fd, 0);"},
		{"s2c hold", "/* s2c hold */"},
		{"server SSL_peek 5", "ret = SSL_peek(server, buf, 5); /* blocks */"},
		{"server SSL_write 5", "/* not called while blocked: SSL_write(server, buf, 5) */"},
		{"client SSL_peek_ex 5", "ret = SSL_peek_ex(client, buf, 5, &n); /* 0, SSL_get_error(client, ret) == SSL_ERROR_WANT_READ */"},
		{"client SSL_clear_mode ENABLE_PARTIAL_WRITE", "SSL_clear_mode(client, SSL_MODE_ENABLE_PARTIAL_WRITE);"},
		{"client SSL_set_mode ACCEPT_MOVING_WRITE_BUFFER", "SSL_set_mode(client, SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);"},
		{"client SSL_free", "SSL_free(client);"},
		{"client SSL_write 5", "/* not called after SSL_free: SSL_write(client, buf, 5) */"},
		{"client close", "close(client_fd);"},
	}
	var lines []string
	for _, s := range steps {
		lines = append(lines, s[0])
	}
	h, path := play(t, strings.Join(lines, "\n"))
	for i, s := range steps {
		got := explain.Code(h, path[i+1])
		if !got.Indented || strings.TrimPrefix(got.String(), "    ") != s[1] {
			t.Errorf("step %d, %s:\n got %s\nwant %s", i+1, s[0], got, s[1])
		}
	}
}

// adviceFrame is where the code of an advice can stand: in a loop around a switch over
// the error.
const adviceFrame = `#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>
enum { CLOSED = -1 };
extern SSL *ssl;
extern int ret, fd, timeout, len, fatal, truncated;
extern char buf[100];
void use(const char *bytes, int n);
int complete(const char *bytes);
int wait_for(SSL *ssl, int ret);
int frame(void);
int frame(void)
{
    for (;;)
        switch (SSL_get_error(ssl, ret)) {
        default:
CODE
            break;
        }
}
`

// TestAdviceIsC compiles the code of every piece of advice.
func TestAdviceIsC(t *testing.T) {
	dir := t.TempDir()
	args := []string{"-Wall", "-Wextra", "-Werror", "-Wno-implicit-fallthrough", "-fsyntax-only"}
	for i, a := range explain.AllAdvice() {
		file := filepath.Join(dir, "advice"+strconv.Itoa(i)+".c")
		if err := os.WriteFile(file, []byte(strings.Replace(adviceFrame, "CODE", a.Code, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command("gcc", args...).CombinedOutput(); err != nil {
		t.Fatalf("gcc with OpenSSL's headers is needed (make libssl installs it): %v\n%s", err, out)
	}
}
