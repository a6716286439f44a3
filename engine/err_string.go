package engine

import (
	"fmt"
	"strings"
)

// QueuedError is an entry of the error queue, as a release has it.
type QueuedError struct {
	Code     uint32 // the packed number that ERR_get_error returns
	Library  string // ERR_lib_error_string, "SSL routines"
	Function string // ERR_func_error_string, "ssl3_read_bytes"; "" in releases that leave it out
	Text     string // ERR_reason_error_string, "unexpected eof while reading"; strerror(3) of a system error
	Constant string // the reason's name in C, "SSL_R_UNEXPECTED_EOF_WHILE_READING"; "" of a system error
}

// String is ERR_error_string: "error:0A000126:SSL routines::unexpected eof while
// reading".
func (e QueuedError) String() string {
	return fmt.Sprintf("error:%08X:%s:%s:%s", e.Code, e.Library, e.Function, e.Text)
}

// queued is an entry as a release has it.
func (p *Profile) queued(entry queueEntry) QueuedError {
	row := reasons[entry.reason]
	e := QueuedError{Library: libraries[row.library].text, Text: p.words(entry.reason), Constant: p.constant(entry.reason)}
	switch {
	case p.has(diffErrorsNameFunctions):
		f := functions[entry.function]
		e.Function, e.Code = f.name, packOld(row.library, f.number, row.number)
	case entry.reason.isSystem():
		e.Code = systemFlag | uint32(row.number)
	default:
		e.Code = uint32(row.library)<<23 | uint32(row.number)
	}
	return e
}

// systemFlag marks an error of the system (ERR_SYSTEM_FLAG); its other bits are errno.
const systemFlag = 1 << 31

// packOld is ERR_PACK of OpenSSL 1.1.1, where the functions had numbers.
func packOld(l library, function, number int) uint32 {
	if number == commonReason {
		number = commonReasonOld
	}
	return uint32(l)<<24 | uint32(function)<<12 | uint32(number)
}

// constant is the reason's name in C.
func (p *Profile) constant(r reason) string {
	row := reasons[r]
	if r.isSystem() {
		return ""
	}
	prefix := libraries[row.library].prefix
	if row.number == commonReason {
		prefix = "ERR_R_"
	}
	alert := alertPrefixSSLv3 // the names changed later than the texts
	if p.has(diffTLSAlertTexts) {
		alert = alertPrefixTLS
	}
	name := strings.Replace(row.text, alertPrefix, alert, 1)
	return prefix + strings.ToUpper(strings.ReplaceAll(name, " ", "_"))
}
