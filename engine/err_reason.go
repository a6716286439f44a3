package engine

import (
	"fmt"
	"strings"
)

// reason is a kind of error that the engine can queue: a row of reasons.
type reason uint8

// The reasons.
const (
	noReason reason = iota // the queue is empty

	// An entry of ERR_LIB_SYS: the words are strerror's.
	reasonSystem

	reasonShutdownWhileInInit
	reasonProtocolIsShutdown
	reasonDataAfterCloseNotify
	reasonUnexpectedEOF
	reasonBadLength
	reasonBadWriteRetry
	reasonWrongSSLVersion
	reasonStillInInit
	reasonBadRecordMAC
	reasonRecordLayerFailure
	reasonInternalError
	reasonInvalidAAD
	reasonCipherOperationFailed
	reasonBadRecordType
	reasonWrongVersionNumber
	reasonEncryptedLengthTooLong
	reasonTooManyWarnAlerts
	reasonUnexpectedMessage
	reasonUnexpectedRecord
	reasonNoRenegotiation
	reasonRecordsNotReleased

	// A fatal alert was received: 1000 + its description (SSL_AD_REASON_OFFSET).
	reasonAlertUnexpectedMessage
	reasonAlertBadRecordMAC
	reasonAlertRecordOverflow
	reasonAlertHandshakeFailure
	reasonAlertDecodeError
	reasonAlertProtocolVersion
	reasonAlertInternalError
)

// library is an error's library, numbered as in err.h.
type library int

const (
	libSSL      library = 20 // ERR_LIB_SSL
	libProvider library = 57 // ERR_LIB_PROV
)

// libraries has what ERR_lib_error_string says of each, and the prefix of its reasons'
// names.
var libraries = map[library]struct{ text, prefix string }{
	libSSL:      {"SSL routines", "SSL_R_"},
	libProvider: {"Provider routines", "PROV_R_"},
}

// The number of ERR_R_INTERNAL_ERROR. Since 3.0 the reasons that all libraries share have
// flags in them (ERR_RFLAG_FATAL and ERR_RFLAG_COMMON in err.h).
const (
	commonReason    = 0xC0103
	commonReasonOld = 68 // before 3.0
)

// reasons is what the headers and ERR_reason_error_string say for each reason. A reason
// keeps its number in every release that has it, except commonReason.
var reasons = [...]struct {
	library library
	number  int
	text    string
}{
	reasonShutdownWhileInInit:    {libSSL, 407, "shutdown while in init"},
	reasonProtocolIsShutdown:     {libSSL, 207, "protocol is shutdown"},
	reasonDataAfterCloseNotify:   {libSSL, 291, "application data after close notify"},
	reasonUnexpectedEOF:          {libSSL, 294, "unexpected eof while reading"},
	reasonBadLength:              {libSSL, 271, "bad length"},
	reasonBadWriteRetry:          {libSSL, 127, "bad write retry"},
	reasonWrongSSLVersion:        {libSSL, 266, "wrong ssl version"},
	reasonStillInInit:            {libSSL, 121, "still in init"},
	reasonBadRecordMAC:           {libSSL, 281, "decryption failed or bad record mac"},
	reasonRecordLayerFailure:     {libSSL, 313, "record layer failure"},
	reasonInternalError:          {libSSL, commonReason, "internal error"},
	reasonInvalidAAD:             {libProvider, 108, "invalid aad"},
	reasonCipherOperationFailed:  {libProvider, 102, "cipher operation failed"},
	reasonBadRecordType:          {libSSL, 443, "bad record type"},
	reasonWrongVersionNumber:     {libSSL, 267, "wrong version number"},
	reasonEncryptedLengthTooLong: {libSSL, 150, "encrypted length too long"},
	reasonTooManyWarnAlerts:      {libSSL, 409, "too many warn alerts"},
	reasonUnexpectedMessage:      {libSSL, 244, "unexpected message"},
	reasonUnexpectedRecord:       {libSSL, 245, "unexpected record"},
	reasonNoRenegotiation:        {libSSL, 339, "no renegotiation"},
	reasonRecordsNotReleased:     {libSSL, 321, "records not released"},

	reasonAlertUnexpectedMessage: {libSSL, 1010, "ssl/tls alert unexpected message"},
	reasonAlertBadRecordMAC:      {libSSL, 1020, "ssl/tls alert bad record mac"},
	reasonAlertRecordOverflow:    {libSSL, 1022, "tlsv1 alert record overflow"},
	reasonAlertHandshakeFailure:  {libSSL, 1040, "ssl/tls alert handshake failure"},
	reasonAlertDecodeError:       {libSSL, 1050, "tlsv1 alert decode error"},
	reasonAlertProtocolVersion:   {libSSL, 1070, "tlsv1 alert protocol version"},
	reasonAlertInternalError:     {libSSL, 1080, "tlsv1 alert internal error"},
}

// alertReasons are the reasons of received fatal alerts.
var alertReasons = map[AlertDescription]reason{
	UnexpectedMessage: reasonAlertUnexpectedMessage,
	BadRecordMAC:      reasonAlertBadRecordMAC,
	RecordOverflow:    reasonAlertRecordOverflow,
	HandshakeFailure:  reasonAlertHandshakeFailure,
	DecodeError:       reasonAlertDecodeError,
	ProtocolVersion:   reasonAlertProtocolVersion,
	InternalError:     reasonAlertInternalError,
}

// The alerts that SSLv3 had, too, begin otherwise in the releases before 3.2.
const (
	alertPrefix    = "ssl/tls alert "
	alertPrefixOld = "sslv3 alert "
)

// text is ERR_reason_error_string of r in a release, "" where the system has the words.
func (p *Profile) text(r reason) string {
	text := reasons[r].text
	if !p.has(diffSSLv3AlertTexts) {
		return text
	}
	return strings.Replace(text, alertPrefix, alertPrefixOld, 1)
}

// differencesOfText are the differences that decide how a release prints r.
func differencesOfText(r reason) (set differenceSet) {
	if reasons[r].library != 0 {
		set.add(diffErrorsNameFunctions)
	}
	if strings.HasPrefix(reasons[r].text, alertPrefix) {
		set.add(diffSSLv3AlertTexts)
	}
	return set
}

// QueuedError is an entry of the error queue, as a release has it.
type QueuedError struct {
	Library  string // ERR_lib_error_string, "SSL routines"
	Number   int    // the reason's number in its library's header (ERR_GET_REASON)
	Text     string // ERR_reason_error_string, "unexpected eof while reading"
	Constant string // the reason's name in C, "SSL_R_UNEXPECTED_EOF_WHILE_READING"

	library  library
	function bool // the release puts the name of a function into the code and the text
}

// queued is r as a release has it.
func (p *Profile) queued(r reason) QueuedError {
	row := reasons[r]
	lib := libraries[row.library]
	name := strings.Replace(row.text, alertPrefix, alertPrefixOld, 1) // the names have not changed
	prefix, number := lib.prefix, row.number
	if number == commonReason {
		prefix = "ERR_R_"
		if p.has(diffErrorsNameFunctions) {
			number = commonReasonOld
		}
	}
	return QueuedError{
		Library: lib.text, Number: number, Text: p.text(r), library: row.library,
		Constant: prefix + strings.ToUpper(strings.ReplaceAll(name, " ", "_")),
		function: p.has(diffErrorsNameFunctions),
	}
}

// String is ERR_error_string: "error:0A000126:SSL routines::unexpected eof while
// reading". OpenSSL 1.1.1 has the number and the name of a function in it, which the
// engine does not know: there it is the library and the reason only.
func (e QueuedError) String() string {
	if e.function {
		return e.Library + ": " + e.Text
	}
	return fmt.Sprintf("error:%08X:%s::%s", int(e.library)<<23|e.Number, e.Library, e.Text)
}
