package engine

import (
	"slices"
	"strconv"
	"strings"
)

// Difference is one thing that releases of OpenSSL do differently.
type Difference struct {
	Name     string // a slug that stays, "eof-is-fatal"
	Sentence string // what the releases that have it do, and what the others do
	Source   string // a manual page, CHANGES.md, or the function in OpenSSL's source that decides it

	// Since is the first release of each line that has it, oldest first. The last one
	// stands for all later lines, too. Empty: since before 1.1.1.
	Since []string
	// Until is the first release that no longer has it, "" if all later ones have it.
	Until string
}

// differenceID names a Difference. The numbers may change; Name does not.
type differenceID uint8

// The differences.
const (
	noDifference differenceID = iota
	diffEOFIsFatal
	diffClientRenegotiationRefused
	diffCipherFromProvider
	diffErrorsNameFunctions
	diffFlushHidesRetry
	diffSSLv3AlertTexts
	diffSystemErrorsQueued
	diffFailureEndsWant
	diffAlertGivenUp
	diffFirstRecordType
	diffRetriedAlertHidden
	diffCloseNotifyIsNoWarning
	diffEarlyAlertSurvives
	diffDroppedRecordKept
	diffReadAfterEOFReturnsZero
	diffTypeBeforeVersion
	diffRecordLayerFailure
	diffShortRecordIsBadMAC
	diffShortRecordIsNoBadPadding
	diffTransportFailureIsFatal
	diffErrorStateFirst
	diffResultIgnoresQueue
	diffTLSAlertTexts
	diffRenegotiationExtension
	diffPlainHeaderChecks
	diffBadRetryForgets
	diffEOFForgotten
	diffKeysNeedSession
	diffPendingBeforeAlert
)

// recordLayerRelease is the release that moved the record layer to an interface of its own
// (ssl/record/methods). Most later differences came with it. The oldest release with it
// that was confirmed is 3.5.7.
const recordLayerRelease = "3.2.0"

// differences has a row for each.
var differences = [...]Difference{
	diffEOFIsFatal: {
		Name:     "eof-is-fatal",
		Sentence: "A transport that ends without close_notify is a fatal error, unless SSL_OP_IGNORE_UNEXPECTED_EOF is set. Earlier releases did not have the option: they queued no error, and the connection could still be used.",
		Source:   "CHANGES.md, 3.0.0; SSL_get_error(3) of 1.1.1, BUGS", Since: []string{"3.0.0"},
	},
	diffClientRenegotiationRefused: {
		Name:     "client-renegotiation-refused",
		Sentence: "A server refuses a renegotiation that the client begins, unless SSL_OP_ALLOW_CLIENT_RENEGOTIATION is set. Earlier releases accepted it.",
		Source:   "CHANGES.md, 3.0.0; SSL_CTX_set_options(3) of 3.0", Since: []string{"3.0.0"},
	},
	diffCipherFromProvider: {
		Name:     "cipher-from-provider",
		Sentence: "A provider implements the ciphers. When a record cannot be decrypted, it queues an error of its own before the record layer does. In earlier releases only the record layer queued one.",
		Source:   "tls1_cipher, ossl_gcm_stream_update", Since: []string{"3.0.0"},
	},
	diffErrorsNameFunctions: {
		Name:     "errors-name-functions",
		Sentence: "Each entry of the error queue names the function that queued it. Later releases leave the name out.",
		Source:   "CHANGES.md, 3.0.0; ERR_error_string(3) of 3.0", Until: "3.0.0",
	},
	diffFlushHidesRetry: {
		Name:     "flush-hides-retry",
		Sentence: "A BIO_f_buffer does not report that the BIO below it wants BIO_flush to be called again, so a handshake through two of them ends in SSL_ERROR_SYSCALL. Later releases report it.",
		Source:   "buffer_ctrl, BIO_CTRL_FLUSH", Until: recordLayerRelease,
	},
	diffSSLv3AlertTexts: {
		Name:     "sslv3-alert-texts",
		Sentence: "The reasons for received alerts that SSLv3 already had begin with \"sslv3 alert\". Later releases say \"ssl/tls alert\".",
		Source:   "ssl_err.c", Until: recordLayerRelease,
	},
	diffSystemErrorsQueued: {
		Name:     "system-errors-queued",
		Sentence: "When a write fails with a system error, that error is queued with the library ERR_LIB_SYS. Earlier releases left it in errno only.",
		Source:   "tls_retry_write_records", Since: []string{recordLayerRelease},
	},
	diffFailureEndsWant: {
		Name:     "failure-ends-want",
		Sentence: "SSL_want returns SSL_NOTHING after the transport has failed or ended, and while a call waits in a blocking BIO. In earlier releases it still said what the call had been doing.",
		Source:   "ossl_tls_handle_rlayer_return", Since: []string{recordLayerRelease},
	},
	diffAlertGivenUp: {
		Name:     "alert-given-up",
		Sentence: "An alert that is to be sent while another record is half written is dropped without an error. In earlier releases that was a fatal error, \"bad write retry\".",
		Source:   "ssl3_dispatch_alert", Since: []string{recordLayerRelease},
	},
	diffFirstRecordType: {
		Name:     "first-record-type",
		Sentence: "Only the first record of an SSL_write decides which type of record a retry must have. In earlier releases every record did.",
		Source:   "ssl3_write_bytes", Since: []string{recordLayerRelease},
	},
	diffRetriedAlertHidden: {
		Name:     "retried-alert-hidden",
		Sentence: "After an alert whose write had to be retried, the message callback is not called and the BIO is not flushed. Earlier releases did both.",
		Source:   "ssl3_dispatch_alert", Since: []string{recordLayerRelease},
	},
	diffCloseNotifyIsNoWarning: {
		Name:     "close-notify-is-no-warning",
		Sentence: "In TLS 1.3 a received close_notify does not count as a warning alert, and its record is kept: SSL_has_pending returns 1, and if SSL_RECEIVED_SHUTDOWN is cleared, it is read again. Earlier releases counted the alert and released the record.",
		Source:   "ssl3_read_bytes", Since: []string{recordLayerRelease},
	},
	diffEarlyAlertSurvives: {
		Name:     "early-alert-survives",
		Sentence: "Two kinds of records with a wrong version are refused without an alert: an alert that says TLS 1.0 after TLS 1.2 was negotiated, and bytes that do not look like TLS. The error does not end the connection, and the next read processes the record. In earlier and later releases it is fatal.",
		Source:   "tls_validate_record_header, ossl_tls_handle_rlayer_return", Since: []string{recordLayerRelease}, Until: "4.0.0",
	},
	diffDroppedRecordKept: {
		Name:     "dropped-record-kept",
		Sentence: "A record that arrives during a handshake while SSL_RECEIVED_SHUTDOWN is set is dropped but never released, so no other record can be read. Earlier releases released it.",
		Source:   "ssl3_read_bytes", Since: []string{recordLayerRelease},
	},
	diffReadAfterEOFReturnsZero: {
		Name:     "read-after-eof-returns-zero",
		Sentence: "A read that fails on a socket whose end of the stream was found before returns 0. Earlier releases returned -1, as recv(2) does.",
		Source:   "tls_default_read_n", Since: []string{recordLayerRelease},
	},
	diffTypeBeforeVersion: {
		Name:     "type-before-version",
		Sentence: "A TLS 1.3 record of the wrong type is refused with \"bad record type\", whatever version its header says. Earlier releases looked at the major version first and sent a protocol_version alert.",
		Source:   "tls13_validate_record_header", Since: []string{recordLayerRelease},
	},
	diffRecordLayerFailure: {
		Name:     "record-layer-failure",
		Sentence: "After every error about a record, \"record layer failure\" is queued as well. Earlier releases did not queue it.",
		Source:   "ossl_tls_handle_rlayer_return", Since: []string{recordLayerRelease},
	},
	diffRenegotiationExtension: {
		Name:     "renegotiation-extension",
		Sentence: "A client of TLS 1.2 says that it supports secure renegotiation with an empty extension. Earlier releases did so with a cipher suite value (SCSV), which a server refuses if SSL_renegotiate was called before the first handshake.",
		Source:   "CHANGES.md, 3.2.0; tls_construct_client_hello, bytes_to_cipher_list", Since: []string{recordLayerRelease},
	},
	diffPlainHeaderChecks: {
		Name:     "plain-header-checks",
		Sentence: "Before keys are negotiated, a record that is too long is refused as soon as its header is read, and a record of any version is accepted. Earlier releases checked the length when the whole record had arrived, and outside a handshake they refused every version.",
		Source:   "tls_validate_record_header, ssl3_get_record", Since: []string{recordLayerRelease},
	},
	diffBadRetryForgets: {
		Name:     "bad-retry-forgets",
		Sentence: "A write that fails with \"bad write retry\" forgets how many of its bytes have left. Earlier releases remembered, and a shorter write after it failed with \"bad length\".",
		Source:   "tls_write_check_pending, ssl3_write_bytes", Since: []string{recordLayerRelease},
	},
	diffKeysNeedSession: {
		Name:     "keys-need-session",
		Sentence: "An SSL object without a session neither encrypts nor decrypts. An SSL_clear that fails can remove the session and leave the connection. Later releases go on with the keys.",
		Source:   "tls1_enc; ssl_clear_bad_session", Until: recordLayerRelease,
	},
	diffPendingBeforeAlert: {
		Name:     "pending-before-alert",
		Sentence: "When the transport ends inside a record, SSL_has_pending counts the part that was read before the alert about it is sent. Earlier releases counted it only after that, which is visible while the alert waits in a blocking BIO.",
		Source:   "tls_default_read_n, ssl3_read_n", Since: []string{recordLayerRelease},
	},
	diffEOFForgotten: {
		Name:     "eof-forgotten",
		Sentence: "A socket BIO that has found the end of the stream forgets it when a later read fails. In earlier releases such a read found the end again.",
		Source:   "sock_read", Since: []string{"4.0.0"},
	},
	diffShortRecordIsBadMAC: {
		Name:     "short-record-is-bad-mac",
		Sentence: "A TLS 1.2 record too short for AES-GCM's nonce and tag is answered with a bad_record_mac alert. Earlier releases sent internal_error.",
		Source:   "tls1_cipher", Since: []string{"3.0.22", "3.5.9", "3.6.0"},
	},
	diffShortRecordIsNoBadPadding: {
		Name:     "short-record-is-no-bad-padding",
		Sentence: "A TLS 1.3 record too short for a tag fails with \"decryption failed or bad record mac\". Earlier releases queued \"block cipher pad is wrong\".",
		Source:   "tls13_enc, ssl3_get_record", Since: []string{"3.0.0"},
	},
	diffTransportFailureIsFatal: {
		Name:     "transport-failure-is-fatal",
		Sentence: "A read or write that fails for good in the transport is a fatal error: the connection cannot be used any more. In earlier releases it could.",
		Source:   "ossl_tls_handle_rlayer_return", Since: []string{"4.0.0"},
	},
	diffErrorStateFirst: {
		Name:     "error-state-first",
		Sentence: "After a fatal error SSL_read, SSL_peek, SSL_write, SSL_do_handshake and SSL_shutdown return -1 with SSL_ERROR_SSL before they look at anything else, and queue no error. In earlier releases each of them still looked at the flags and its arguments first.",
		Source:   "ssl_reset_error_state", Since: []string{"4.0.0"},
	},
	diffResultIgnoresQueue: {
		Name:     "result-ignores-queue",
		Sentence: "SSL_get_error does not look at the error queue: the last read, write, handshake or shutdown has recorded whether it failed. In earlier releases every entry of the queue counted, even one that an earlier call had left there.",
		Source:   "CHANGES.md, 4.0.0; SSL_get_error(3) of 4.0, HISTORY; ossl_ssl_get_error, ssl_update_error_state", Since: []string{"4.0.0"},
	},
	diffTLSAlertTexts: {
		Name:     "tls-alert-texts",
		Sentence: "The reasons for received alerts that SSLv3 already had begin with \"tls alert\", and their constants with SSL_R_TLS_ALERT. Earlier releases had \"ssl/tls alert\" and SSL_R_SSLV3_ALERT.",
		Source:   "ssl_err.c, sslerr.h", Since: []string{"4.0.0"},
	},
}

// Differences lists all of them.
func Differences() []Difference { return slices.Clone(differences[noDifference+1:]) }

// In reports whether a release has the difference. The release is a number such as
// "3.5.9" or "1.1.1w".
func (d Difference) In(release string) bool { return d.in(parseRelease(release)) }

func (d Difference) in(r release) bool {
	if d.Until != "" && !r.before(parseRelease(d.Until)) {
		return false
	}
	for i, since := range d.Since {
		s := parseRelease(since)
		last := i == len(d.Since)-1
		if !r.before(s) && (last || r.sameLine(s)) {
			return true
		}
	}
	return len(d.Since) == 0
}

// release is the number of a release: major, minor, patch.
type release [3]int

// parseRelease reads "3.5.9". The letter of "1.1.1w" is left out.
func parseRelease(text string) release {
	var r release
	for i, part := range strings.SplitN(text, ".", len(r)) {
		r[i], _ = strconv.Atoi(strings.TrimRight(part, "abcdefghijklmnopqrstuvwxyz"))
	}
	return r
}

// before reports whether r is older than s.
func (r release) before(s release) bool {
	for i := range r {
		if r[i] != s[i] {
			return r[i] < s[i]
		}
	}
	return false
}

// sameLine reports whether r and s are patches of one line, such as 3.5.
func (r release) sameLine(s release) bool { return r[0] == s[0] && r[1] == s[1] }
