package engine

// Errno is the value in which a call leaves the C library's errno. OpenSSL clears it before it
// reads or writes a record (clear_sys_error).
type Errno uint8

// The values, by their names in C.
const (
	noErrno Errno = iota // 0
	EAGAIN
	EPIPE
	ECONNRESET
	EBADF
	ENOTCONN
	EINVAL
)

// String returns the name in C, "" for 0.
func (e Errno) String() string {
	return [...]string{"", "EAGAIN", "EPIPE", "ECONNRESET", "EBADF", "ENOTCONN", "EINVAL"}[e]
}

// number is the value on Linux.
func (e Errno) number() int32 { return [...]int32{0, 11, 32, 104, 9, 107, 22}[e] }

// reason is the reason of the error of ERR_LIB_SYS that OpenSSL queues.
func (e Errno) reason() reason {
	return [...]reason{EPIPE: reasonBrokenPipe, ECONNRESET: reasonConnectionReset, EBADF: reasonBadDescriptor}[e]
}

// ErrnoNumbered is the errno that Linux gives a number, 0 for one that no call here sets.
func ErrnoNumbered(n int64) Errno {
	for e := EAGAIN; e <= EINVAL; e++ {
		if int64(e.number()) == n {
			return e
		}
	}
	return 0
}
