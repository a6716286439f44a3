package cc

import (
	"strings"

	"closenotify/engine/program"
)

// instead says what to write in place of a name that is not supported.
var instead = map[string]string{
	"ERR_print_errors_fp": "print ERR_error_string(ERR_get_error(), NULL) in a loop: ERR_print_errors_fp prints thread ids",
	"ERR_print_errors":    "print ERR_error_string(ERR_get_error(), NULL) in a loop",
	"ERR_print_errors_cb": "print ERR_error_string(ERR_get_error(), NULL) in a loop",
	"ERR_get_error_line":  "write ERR_get_error()", "ERR_get_error_all": "write ERR_get_error()",
	"ERR_peek_error_line": "write ERR_peek_error()", "ERR_func_error_string": "write ERR_reason_error_string(…)",
	"SSL_new": "the connection is there already: take the SSL * that main gets", "SSL_CTX_new": "the connection is there already: take the SSL * that main gets",
	"SSL_CTX_free": "leave it out: there is no SSL_CTX", "SSL_set_fd": "leave it out: the connection has its socket",
	"SSL_state_string": "write SSL_state_string_long(…)", "SSL_get_state": "write SSL_state_string_long(…)",
	"SSL_get_version": "compare SSL_version(…) with TLS1_2_VERSION or TLS1_3_VERSION", "SSL_get1_session": "write SSL_get_session(…)",
	"SSL_get0_session": "write SSL_get_session(…)", "SSL_get_rbio": "use the SSL * itself", "SSL_get_wbio": "use the SSL * itself",
	"BIO_free": "write SSL_free(…)", "BIO_read": "write SSL_read(…)", "BIO_write": "write SSL_write(…)",
	"malloc": "use an array with a constant length", "calloc": "use an array with a constant length", "realloc": "use an array with a constant length",
	"free": "leave it out: nothing is allocated", "alloca": "use an array with a constant length", "OPENSSL_malloc": "use an array with a constant length",
	"OPENSSL_free": "leave it out: nothing is allocated", "strdup": "use an array of char",
	"setjmp": "return an error code", "longjmp": "return an error code", "sigaction": "write signal(SIGPIPE, SIG_IGN), or leave it out",
	"read": "write SSL_read(…)", "write": "write SSL_write(…)", "recv": "write SSL_read(…)", "send": "write SSL_write(…)",
	"ioctl": "write fcntl(fd, F_SETFL, O_NONBLOCK)", "epoll_wait": "write poll(…)", "epoll_ctl": "write poll(…)", "ppoll": "write poll(…)",
	"pselect": "write select(…)", "closesocket": "write close(…)", "closesocket_": "write close(…)", "setsockopt": "leave it out",
	"sprintf": "write snprintf(…)", "vprintf": "write printf(…)", "vfprintf": "write fprintf(…)", "dprintf": "write fprintf(stderr, …)",
	"strcpy": "write memcpy(…), or snprintf(…)", "strncpy": "write memcpy(…)", "strcat": "write snprintf(…)", "memmove": "write memcpy(…)",
	"bzero": "write memset(…, 0, …)", "strncmp": "write memcmp(…)", "fwrite": "write printf(\"%.*s\", …)", "putc_unlocked": "write putc(…)",
	"_exit": "write exit(…)", "_Exit": "write exit(…)", "quick_exit": "write exit(…)", "err": "write fprintf(stderr, …) and exit(…)",
	"errx": "write fprintf(stderr, …) and exit(…)", "warn": "write perror(…)", "warnx": "write fprintf(stderr, …)",
	"bool": "add #include <stdbool.h>", "true": "add #include <stdbool.h>", "false": "add #include <stdbool.h>",
	"va_list": "give the function a fixed number of arguments", "va_start": "give the function a fixed number of arguments",
	"pthread_create": "leave it out: a peer is one thread", "fork": "leave it out: a peer is one process",
}

// suggest says what to write in place of a name that nobody declares, if there is something.
func suggest(name string) string {
	if text, ok := instead[name]; ok {
		return text
	}
	best, distance := "", 1+len(name)/4
	for _, known := range program.Functions() {
		if d := edits(strings.ToLower(name), strings.ToLower(known), distance); d < distance || d == distance && best == "" {
			best, distance = known, d
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + best + "?"
}

// edits returns how many letters differ between two names; above most it may be any number
// above it.
func edits(a, b string, most int) int {
	if len(a) > len(b)+most || len(b) > len(a)+most {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			next := min(row[j]+1, row[j+1]+1, diagonal+int(differ(a[i], b[j])))
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}

func differ(a, b byte) int8 {
	if a == b {
		return 0
	}
	return 1
}
