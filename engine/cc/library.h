/* What programs may use: the prototypes of OpenSSL's and glibc's headers. */
typedef unsigned long size_t;
typedef long ssize_t;
typedef long ptrdiff_t;
typedef long off_t;
typedef long time_t;
typedef long suseconds_t;
typedef int pid_t;
typedef unsigned int useconds_t;
typedef int clockid_t;
typedef unsigned long nfds_t;
typedef unsigned int socklen_t;
typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long int64_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned int uint32_t;
typedef unsigned long uint64_t;
typedef long intptr_t;
typedef unsigned long uintptr_t;
typedef long intmax_t;
typedef unsigned long uintmax_t;
#define NULL ((void *)0)
#define offsetof(type, member) ((size_t)&(((type *)0)->member))

typedef struct ssl_st SSL;
typedef struct ssl_session_st SSL_SESSION;
int SSL_read(SSL *ssl, void *buf, int num);
int SSL_read_ex(SSL *ssl, void *buf, size_t num, size_t *readbytes);
int SSL_peek(SSL *ssl, void *buf, int num);
int SSL_peek_ex(SSL *ssl, void *buf, size_t num, size_t *readbytes);
int SSL_write(SSL *ssl, const void *buf, int num);
int SSL_write_ex(SSL *ssl, const void *buf, size_t num, size_t *written);
int SSL_shutdown(SSL *ssl);
int SSL_do_handshake(SSL *ssl);
int SSL_connect(SSL *ssl);
int SSL_accept(SSL *ssl);
int SSL_key_update(SSL *ssl, int updatetype);
int SSL_renegotiate(SSL *ssl);
int SSL_clear(SSL *ssl);
void SSL_free(SSL *ssl);
void SSL_set_shutdown(SSL *ssl, int mode);
void SSL_set_quiet_shutdown(SSL *ssl, int mode);
uint64_t SSL_set_options(SSL *ssl, uint64_t options);
long SSL_set_mode(SSL *ssl, long mode);
long SSL_clear_mode(SSL *ssl, long mode);
int SSL_get_error(const SSL *ssl, int ret);
int SSL_get_shutdown(const SSL *ssl);
int SSL_pending(const SSL *ssl);
int SSL_has_pending(const SSL *ssl);
int SSL_want(const SSL *ssl);
int SSL_want_nothing(const SSL *ssl);
int SSL_want_read(const SSL *ssl);
int SSL_want_write(const SSL *ssl);
int SSL_want_x509_lookup(const SSL *ssl);
int SSL_is_init_finished(const SSL *ssl);
int SSL_in_init(const SSL *ssl);
int SSL_in_before(const SSL *ssl);
int SSL_get_fd(const SSL *ssl);
int SSL_get_rfd(const SSL *ssl);
int SSL_get_wfd(const SSL *ssl);
int SSL_is_server(const SSL *ssl);
int SSL_version(const SSL *ssl);
long SSL_get_mode(SSL *ssl);
uint64_t SSL_get_options(const SSL *ssl);
const char *SSL_state_string_long(const SSL *ssl);
int SSL_session_reused(const SSL *ssl);
SSL_SESSION *SSL_get_session(const SSL *ssl);
int SSL_SESSION_is_resumable(const SSL_SESSION *session);
void ERR_clear_error(void);
unsigned long ERR_peek_error(void);
unsigned long ERR_get_error(void);
unsigned long ERR_peek_last_error(void);
char *ERR_error_string(unsigned long e, char *buf);
void ERR_error_string_n(unsigned long e, char *buf, size_t len);
const char *ERR_reason_error_string(unsigned long e);
const char *ERR_lib_error_string(unsigned long e);
int ERR_GET_LIB(unsigned long e);
int ERR_GET_REASON(unsigned long e);

struct pollfd { int fd; short events; short revents; };
struct timeval { time_t tv_sec; suseconds_t tv_usec; };
struct timespec { time_t tv_sec; long tv_nsec; };
struct timezone { int tz_minuteswest; int tz_dsttime; };
typedef struct { long fds_bits[16]; } fd_set;
#define FD_ZERO(set) do { \
	unsigned int __fd_i; fd_set *__fd_set = (set); \
	for (__fd_i = 0; __fd_i < 16; ++__fd_i) __fd_set->fds_bits[__fd_i] = 0; } while (0)
#define FD_SET(fd, set) ((void)((set)->fds_bits[(fd) / 64] |= (long)(1UL << ((fd) % 64))))
#define FD_CLR(fd, set) ((void)((set)->fds_bits[(fd) / 64] &= ~(long)(1UL << ((fd) % 64))))
#define FD_ISSET(fd, set) (((set)->fds_bits[(fd) / 64] & (long)(1UL << ((fd) % 64))) != 0)
int poll(struct pollfd *fds, nfds_t nfds, int timeout);
int select(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, struct timeval *timeout);
int shutdown(int fd, int how);
int close(int fd);
int fcntl(int fd, int cmd, ...);
unsigned int sleep(unsigned int seconds);
int usleep(useconds_t useconds);
int nanosleep(const struct timespec *requested, struct timespec *remaining);
time_t time(time_t *timer);
int clock_gettime(clockid_t id, struct timespec *tp);
int gettimeofday(struct timeval *tv, void *tz);
int *__errno_location(void);
#define errno (*__errno_location())

typedef struct _IO_FILE FILE;
extern FILE *stdout;
extern FILE *stderr;
int printf(const char *format, ...);
int fprintf(FILE *stream, const char *format, ...);
int snprintf(char *s, size_t maxlen, const char *format, ...);
int puts(const char *s);
int fputs(const char *s, FILE *stream);
int putchar(int c);
int putc(int c, FILE *stream);
int fputc(int c, FILE *stream);
void perror(const char *s);
int fflush(FILE *stream);
void *memset(void *s, int c, size_t n);
void *memcpy(void *dest, const void *src, size_t n);
int memcmp(const void *s1, const void *s2, size_t n);
size_t strlen(const char *s);
int strcmp(const char *s1, const char *s2);
char *strerror(int errnum);
void exit(int status);
void abort(void);
void __assert_fail(void);
typedef struct __handler *__sighandler_t;
typedef __sighandler_t sighandler_t;
#define SIG_DFL ((__sighandler_t)0)
#define SIG_IGN ((__sighandler_t)1)
#define SIG_ERR ((__sighandler_t)-1)
__sighandler_t signal(int sig, __sighandler_t handler);
#ifdef NDEBUG
#define assert(e) ((void)0)
#else
#define assert(e) ((e) ? (void)0 : __assert_fail())
#endif
#define static_assert _Static_assert
