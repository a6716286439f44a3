package engine

// errno is the value in which a call leaves the C library's errno. OpenSSL clears it before it reads
// or writes a record (clear_sys_error).
type errno uint8

const (
	noErrno errno = iota // 0
	eAGAIN
	ePIPE
	eCONNRESET
	eBADF
)

// String returns the name in C, "" for 0.
func (e errno) String() string {
	return [...]string{"", "EAGAIN", "EPIPE", "ECONNRESET", "EBADF"}[e]
}

// reason is the reason of the error of ERR_LIB_SYS that OpenSSL queues.
func (e errno) reason() reason {
	return [...]reason{ePIPE: reasonBrokenPipe, eCONNRESET: reasonConnectionReset, eBADF: reasonBadDescriptor}[e]
}
