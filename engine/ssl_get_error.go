package engine

// SSLError is what SSL_get_error says of a call's return value.
type SSLError uint8

// The errors, numbered as in OpenSSL's ssl.h.
const (
	ErrorNone       SSLError = 0
	ErrorSSL        SSLError = 1
	ErrorWantRead   SSLError = 2
	ErrorWantWrite  SSLError = 3
	ErrorSyscall    SSLError = 5
	ErrorZeroReturn SSLError = 6
)

// Short gives the name without its prefix, "WANT_READ".
func (e SSLError) Short() string {
	switch e {
	case ErrorNone:
		return "NONE"
	case ErrorSSL:
		return "SSL"
	case ErrorWantRead:
		return "WANT_READ"
	case ErrorWantWrite:
		return "WANT_WRITE"
	case ErrorSyscall:
		return "SYSCALL"
	case ErrorZeroReturn:
		return "ZERO_RETURN"
	}
	return "unknown"
}

// String gives the C spelling, "SSL_ERROR_WANT_READ".
func (e SSLError) String() string { return "SSL_ERROR_" + e.Short() }

// Reasons as ERR_reason_error_string spells them.
const (
	reasonInInit            = "shutdown while in init"
	reasonIsShutdown        = "protocol is shutdown"
	reasonDataAfterClose    = "application data after close notify"
	reasonUnexpectedEOF     = "unexpected eof while reading"
	reasonBadLength         = "bad length"
	reasonBadWriteRetry     = "bad write retry"
	reasonWrongSSLVersion   = "wrong ssl version"
	reasonStillInInit       = "still in init"
	reasonBadMAC            = "decryption failed or bad record mac"
	reasonRecordLayer       = "record layer failure"
	reasonInvalidAAD        = "invalid aad"
	reasonInternalError     = "internal error"
	reasonCipherFailed      = "cipher operation failed"
	reasonBadRecordType     = "bad record type"
	reasonWrongVersion      = "wrong version number"
	reasonTooLong           = "encrypted length too long"
	reasonTooManyWarns      = "too many warn alerts"
	reasonUnexpectedMessage = "unexpected message"
	reasonUnexpectedRecord  = "unexpected record"
	reasonNoRenegotiation   = "no renegotiation"
	reasonNotReleased       = "records not released"
)

// alertReason gives the words of the error that a received fatal alert queues,
// 1000 + description (SSL_AD_REASON_OFFSET in ssl.h). Alerts that came with TLS
// 1.0 have always been called that.
func (p *Profile) alertReason(d AlertDescription) string {
	switch d {
	case UnexpectedMessage:
		return p.oldAlertPrefix + "unexpected message"
	case BadRecordMAC:
		return p.oldAlertPrefix + "bad record mac"
	case HandshakeFailure:
		return p.oldAlertPrefix + "handshake failure"
	case RecordOverflow:
		return "tlsv1 alert record overflow"
	case DecodeError:
		return "tlsv1 alert decode error"
	case ProtocolVersion:
		return "tlsv1 alert protocol version"
	case InternalError:
		return "tlsv1 alert internal error"
	}
	return ""
}
