/*
 * What a program of a script sees. The harness keeps this file's text in its binary and
 * compiles every program with it in front: the macros at its end turn calls and queries
 * into those of the harness, which are declared here.
 */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* A function of a program in which it may start: one of the pointers is set. */
struct program_start {
    int (*returns)(SSL *ssl);
    void (*silent)(SSL *ssl);
};

/* Calls. The line is that of the call's name in the program. */
int program_SSL_read(int line, SSL *ssl, void *to, int n);
int program_SSL_peek(int line, SSL *ssl, void *to, int n);
int program_SSL_write(int line, SSL *ssl, const void *from, int n);
int program_SSL_read_ex(int line, SSL *ssl, void *to, size_t n, size_t *bytes);
int program_SSL_peek_ex(int line, SSL *ssl, void *to, size_t n, size_t *bytes);
int program_SSL_write_ex(int line, SSL *ssl, const void *from, size_t n, size_t *bytes);
int program_SSL_shutdown(int line, SSL *ssl);
int program_SSL_do_handshake(int line, SSL *ssl);
int program_SSL_connect(int line, SSL *ssl);
int program_SSL_accept(int line, SSL *ssl);
int program_SSL_key_update(int line, SSL *ssl, int type);
int program_SSL_renegotiate(int line, SSL *ssl);
int program_SSL_clear(int line, SSL *ssl);
void program_SSL_free(int line, SSL *ssl);
void program_SSL_set_shutdown(int line, SSL *ssl, int flags);
void program_SSL_set_quiet_shutdown(int line, SSL *ssl, int on);
uint64_t program_SSL_set_options(int line, SSL *ssl, uint64_t options);
long program_SSL_set_mode(int line, SSL *ssl, long mode);
long program_SSL_clear_mode(int line, SSL *ssl, long mode);
int program_poll(int line, struct pollfd *list, nfds_t n, int milliseconds);
int program_select(int line, int n, fd_set *in, fd_set *out, fd_set *except, struct timeval *limit);
int program_shutdown(int line, int fd, int how);
int program_close(int line, int fd);
int program_fcntl(int line, int fd, int command, ...); /* F_GETFL is a query */
unsigned program_sleep(int line, unsigned seconds);
int program_usleep(int line, useconds_t microseconds);
int program_nanosleep(int line, const struct timespec *time, struct timespec *left);

/* Queries. */
int program_SSL_get_error(const SSL *ssl, int ret);
int program_SSL_get_shutdown(const SSL *ssl);
int program_SSL_pending(const SSL *ssl);
int program_SSL_has_pending(const SSL *ssl);
int program_SSL_want(const SSL *ssl);
int program_SSL_is_init_finished(const SSL *ssl);
int program_SSL_in_init(const SSL *ssl);
int program_SSL_in_before(const SSL *ssl);
int program_SSL_get_fd(const SSL *ssl);
int program_SSL_is_server(const SSL *ssl);
int program_SSL_version(const SSL *ssl);
long program_SSL_get_mode(const SSL *ssl);
uint64_t program_SSL_get_options(const SSL *ssl);
const char *program_SSL_state_string_long(const SSL *ssl);
int program_SSL_session_reused(const SSL *ssl);
SSL_SESSION *program_SSL_get_session(const SSL *ssl);
int program_SSL_SESSION_is_resumable(const SSL_SESSION *session);
void program_ERR_clear_error(void);
unsigned long program_ERR_peek_error(void);
unsigned long program_ERR_get_error(void);
unsigned long program_ERR_peek_last_error(void);
char *program_ERR_error_string(unsigned long error, char *to);
void program_ERR_error_string_n(unsigned long error, char *to, size_t size);
const char *program_ERR_reason_error_string(unsigned long error);
const char *program_ERR_lib_error_string(unsigned long error);
time_t program_time(time_t *to);
int program_clock_gettime(clockid_t clock, struct timespec *to);
int program_gettimeofday(struct timeval *to, void *zone);
__attribute__((format(printf, 1, 2))) int program_printf(const char *form, ...);
__attribute__((format(printf, 2, 3))) int program_fprintf(FILE *to, const char *form, ...);
__attribute__((format(printf, 3, 4))) int program_snprintf(char *to, size_t size, const char *form, ...);
int program_puts(const char *text);
int program_fputs(const char *text, FILE *to);
int program_putchar(int c);
int program_fputc(int c, FILE *to);
void program_perror(const char *text);
int program_fflush(FILE *of);
char *program_strerror(int number);
__attribute__((noreturn)) void program_exit(int number);
__attribute__((noreturn)) void program_abort(void);
sighandler_t program_signal(int number, sighandler_t handler);

#ifdef PROGRAM_TEXT

/* From here, __FILE__ is the path of this file. */
__asm__(".section .rodata\n"
        ".global program_text, program_text_end\n"
        "program_text:\n"
        ".incbin \"" __FILE__ "\"\n"
        "program_text_end:\n"
        ".previous\n");

#endif

#ifdef PROGRAM

/*
 * Whether a function takes one SSL and returns this type. A function without a prototype
 * would also be one that takes two.
 */
#define PROGRAM_TAKES_SSL(returns, f)                                     \
    (__builtin_types_compatible_p(__typeof__(f), returns(SSL *)) &&       \
     !__builtin_types_compatible_p(__typeof__(f), returns(SSL *, SSL *)))

/* The function as a program_start. Both pointers are NULL if the program cannot start in it. */
#define PROGRAM_START(f)                                                          \
    {                                                                             \
        PROGRAM_TAKES_SSL(int, f) ? (int (*)(SSL *))(void *)f : (int (*)(SSL *))0,  \
        PROGRAM_TAKES_SSL(void, f) ? (void (*)(SSL *))(void *)f : (void (*)(SSL *))0 \
    }

#undef SSL_set_mode
#undef SSL_clear_mode
#undef SSL_get_mode
#undef SSL_want_nothing
#undef SSL_want_read
#undef SSL_want_write
#undef SSL_want_x509_lookup

#define SSL_read(...) program_SSL_read(__LINE__, __VA_ARGS__)
#define SSL_peek(...) program_SSL_peek(__LINE__, __VA_ARGS__)
#define SSL_write(...) program_SSL_write(__LINE__, __VA_ARGS__)
#define SSL_read_ex(...) program_SSL_read_ex(__LINE__, __VA_ARGS__)
#define SSL_peek_ex(...) program_SSL_peek_ex(__LINE__, __VA_ARGS__)
#define SSL_write_ex(...) program_SSL_write_ex(__LINE__, __VA_ARGS__)
#define SSL_shutdown(...) program_SSL_shutdown(__LINE__, __VA_ARGS__)
#define SSL_do_handshake(...) program_SSL_do_handshake(__LINE__, __VA_ARGS__)
#define SSL_connect(...) program_SSL_connect(__LINE__, __VA_ARGS__)
#define SSL_accept(...) program_SSL_accept(__LINE__, __VA_ARGS__)
#define SSL_key_update(...) program_SSL_key_update(__LINE__, __VA_ARGS__)
#define SSL_renegotiate(...) program_SSL_renegotiate(__LINE__, __VA_ARGS__)
#define SSL_clear(...) program_SSL_clear(__LINE__, __VA_ARGS__)
#define SSL_free(...) program_SSL_free(__LINE__, __VA_ARGS__)
#define SSL_set_shutdown(...) program_SSL_set_shutdown(__LINE__, __VA_ARGS__)
#define SSL_set_quiet_shutdown(...) program_SSL_set_quiet_shutdown(__LINE__, __VA_ARGS__)
#define SSL_set_options(...) program_SSL_set_options(__LINE__, __VA_ARGS__)
#define SSL_set_mode(...) program_SSL_set_mode(__LINE__, __VA_ARGS__)
#define SSL_clear_mode(...) program_SSL_clear_mode(__LINE__, __VA_ARGS__)
#define poll(...) program_poll(__LINE__, __VA_ARGS__)
#define select(...) program_select(__LINE__, __VA_ARGS__)
#define shutdown(...) program_shutdown(__LINE__, __VA_ARGS__)
#define close(...) program_close(__LINE__, __VA_ARGS__)
#define fcntl(...) program_fcntl(__LINE__, __VA_ARGS__)
#define sleep(...) program_sleep(__LINE__, __VA_ARGS__)
#define usleep(...) program_usleep(__LINE__, __VA_ARGS__)
#define nanosleep(...) program_nanosleep(__LINE__, __VA_ARGS__)

#define SSL_get_error(...) program_SSL_get_error(__VA_ARGS__)
#define SSL_get_shutdown(...) program_SSL_get_shutdown(__VA_ARGS__)
#define SSL_pending(...) program_SSL_pending(__VA_ARGS__)
#define SSL_has_pending(...) program_SSL_has_pending(__VA_ARGS__)
#define SSL_want(...) program_SSL_want(__VA_ARGS__)
#define SSL_want_nothing(...) (program_SSL_want(__VA_ARGS__) == SSL_NOTHING)
#define SSL_want_read(...) (program_SSL_want(__VA_ARGS__) == SSL_READING)
#define SSL_want_write(...) (program_SSL_want(__VA_ARGS__) == SSL_WRITING)
#define SSL_want_x509_lookup(...) (program_SSL_want(__VA_ARGS__) == SSL_X509_LOOKUP)
#define SSL_is_init_finished(...) program_SSL_is_init_finished(__VA_ARGS__)
#define SSL_in_init(...) program_SSL_in_init(__VA_ARGS__)
#define SSL_in_before(...) program_SSL_in_before(__VA_ARGS__)
#define SSL_get_fd(...) program_SSL_get_fd(__VA_ARGS__)
#define SSL_get_rfd(...) program_SSL_get_fd(__VA_ARGS__)
#define SSL_get_wfd(...) program_SSL_get_fd(__VA_ARGS__)
#define SSL_is_server(...) program_SSL_is_server(__VA_ARGS__)
#define SSL_version(...) program_SSL_version(__VA_ARGS__)
#define SSL_get_mode(...) program_SSL_get_mode(__VA_ARGS__)
#define SSL_get_options(...) program_SSL_get_options(__VA_ARGS__)
#define SSL_state_string_long(...) program_SSL_state_string_long(__VA_ARGS__)
#define SSL_session_reused(...) program_SSL_session_reused(__VA_ARGS__)
#define SSL_get_session(...) program_SSL_get_session(__VA_ARGS__)
#define SSL_SESSION_is_resumable(...) program_SSL_SESSION_is_resumable(__VA_ARGS__)
#define ERR_clear_error() program_ERR_clear_error()
#define ERR_peek_error() program_ERR_peek_error()
#define ERR_get_error() program_ERR_get_error()
#define ERR_peek_last_error() program_ERR_peek_last_error()
#define ERR_error_string(...) program_ERR_error_string(__VA_ARGS__)
#define ERR_error_string_n(...) program_ERR_error_string_n(__VA_ARGS__)
#define ERR_reason_error_string(...) program_ERR_reason_error_string(__VA_ARGS__)
#define ERR_lib_error_string(...) program_ERR_lib_error_string(__VA_ARGS__)
#define time(...) program_time(__VA_ARGS__)
#define clock_gettime(...) program_clock_gettime(__VA_ARGS__)
#define gettimeofday(...) program_gettimeofday(__VA_ARGS__)
#undef printf
#undef fprintf
#undef snprintf
#undef putchar
#undef putc
#define printf(...) program_printf(__VA_ARGS__)
#define fprintf(...) program_fprintf(__VA_ARGS__)
#define snprintf(...) program_snprintf(__VA_ARGS__)
#define puts(...) program_puts(__VA_ARGS__)
#define fputs(...) program_fputs(__VA_ARGS__)
#define putchar(...) program_putchar(__VA_ARGS__)
#define putc(...) program_fputc(__VA_ARGS__)
#define fputc(...) program_fputc(__VA_ARGS__)
#define perror(...) program_perror(__VA_ARGS__)
#define fflush(...) program_fflush(__VA_ARGS__)
#define strerror(...) program_strerror(__VA_ARGS__)
#define exit(...) program_exit(__VA_ARGS__)
#define abort() program_abort()
#define __assert_fail(...) program_abort()
#define signal(...) program_signal(__VA_ARGS__)

#endif

#endif
