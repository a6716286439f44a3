package engine

import "strings"

// reason is a kind of error that the engine can queue: a row of reasons.
type reason uint8

// The reasons.
const (
	noReason reason = iota // the queue is empty

	reasonShutdownWhileInInit
	reasonProtocolIsShutdown
	reasonDataAfterCloseNotify
	reasonUnexpectedEOF
	reasonBadLength
	reasonBadWriteRetry
	reasonWrongSSLVersion
	reasonStillInInit
	reasonBadRecordMAC
	reasonBlockCipherPad
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
	reasonSCSVReceivedWhenRenegotiating
	reasonUnsafeLegacyRenegotiation
	reasonDataLengthTooLong
	reasonInvalidAlert
	reasonAppDataInHandshake
	reasonRecordsNotReleased
	reasonInvalidKeyUpdateType

	// A fatal alert was received: 1000 + its description (SSL_AD_REASON_OFFSET).
	reasonAlertUnexpectedMessage
	reasonAlertBadRecordMAC
	reasonAlertRecordOverflow
	reasonAlertHandshakeFailure
	reasonAlertDecodeError
	reasonAlertProtocolVersion
	reasonAlertInternalError

	// The system refused a write.
	reasonBrokenPipe
	reasonConnectionReset
	reasonBadDescriptor
)

// library is an error's library, numbered as in err.h.
type library int

const (
	libSystem   library = 2  // ERR_LIB_SYS
	libSSL      library = 20 // ERR_LIB_SSL
	libProvider library = 57 // ERR_LIB_PROV
)

// libraries has what ERR_lib_error_string says of each, and the prefix of its reasons'
// names.
var libraries = map[library]struct{ text, prefix string }{
	libSystem:   {"system library", ""},
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
// keeps its number in every release that has it, except commonReason. System errors have
// Linux's errno and the text of strerror(3).
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
	reasonBlockCipherPad:         {libSSL, 129, "block cipher pad is wrong"},
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
	reasonInvalidKeyUpdateType:   {libSSL, 120, "invalid key update type"},
	reasonDataLengthTooLong:      {libSSL, 146, "data length too long"},
	reasonInvalidAlert:           {libSSL, 205, "invalid alert"},
	reasonAppDataInHandshake:     {libSSL, 100, "app data in handshake"},

	reasonSCSVReceivedWhenRenegotiating: {libSSL, 345, "scsv received when renegotiating"},
	reasonUnsafeLegacyRenegotiation:     {libSSL, 338, "unsafe legacy renegotiation disabled"},

	reasonAlertUnexpectedMessage: {libSSL, 1010, "ssl/tls alert unexpected message"},
	reasonAlertBadRecordMAC:      {libSSL, 1020, "ssl/tls alert bad record mac"},
	reasonAlertRecordOverflow:    {libSSL, 1022, "tlsv1 alert record overflow"},
	reasonAlertHandshakeFailure:  {libSSL, 1040, "ssl/tls alert handshake failure"},
	reasonAlertDecodeError:       {libSSL, 1050, "tlsv1 alert decode error"},
	reasonAlertProtocolVersion:   {libSSL, 1070, "tlsv1 alert protocol version"},
	reasonAlertInternalError:     {libSSL, 1080, "tlsv1 alert internal error"},

	reasonBrokenPipe:      {libSystem, 32, "Broken pipe"},
	reasonConnectionReset: {libSystem, 104, "Connection reset by peer"},
	reasonBadDescriptor:   {libSystem, 9, "Bad file descriptor"},
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

// Prefixes of the reasons for alerts that SSLv3 already had.
const (
	alertPrefix      = "ssl/tls alert "
	alertPrefixSSLv3 = "sslv3 alert "
	alertPrefixTLS   = "tls alert "
)

// isSystem reports whether r came from the system.
func (r reason) isSystem() bool { return reasons[r].library == libSystem }

// text is ERR_reason_error_string of r in a release. It is "" for a system error, whose
// text only ERR_error_string has.
func (p *Profile) text(r reason) string {
	if r.isSystem() {
		return ""
	}
	return p.words(r)
}

// words are the words that ERR_error_string has for r in a release.
func (p *Profile) words(r reason) string {
	text := reasons[r].text
	description, isAlert := strings.CutPrefix(text, alertPrefix)
	if !isAlert {
		return text
	}
	switch {
	case p.has(diffSSLv3AlertTexts):
		return alertPrefixSSLv3 + description
	case p.has(diffTLSAlertTexts): // asked second: see differencesOfText
		return alertPrefixTLS + description
	}
	return text
}

// differencesOfText are the differences that decide how the release prints r.
func (p *Profile) differencesOfText(r reason) (set differenceSet) {
	if !r.isSystem() {
		set.add(diffErrorsNameFunctions)
	}
	if strings.HasPrefix(reasons[r].text, alertPrefix) {
		set.add(diffSSLv3AlertTexts)
		if !p.has(diffSSLv3AlertTexts) {
			set.add(diffTLSAlertTexts)
		}
	}
	return set
}
