package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// ErrorInfo is an error of a call, or what looks like one, with what to do about it.
type ErrorInfo struct {
	Tone      Tone
	Title     string // "SSL_ERROR_SSL"
	QueueText string // what the error queue or errno says, as a program prints it; "" for nothing
	Constant  string // "SSL_R_UNEXPECTED_EOF_WHILE_READING", "" if it has none
	Advice    string // how to take it, in a sentence
	Code      string // what an application should have there, in C
}

// errorInfoOf explains what SSL_get_error says of a step.
func errorInfoOf(s engine.Step, profile string) (ErrorInfo, bool) {
	tone := toneOf(s)
	if tone == ToneOK {
		return ErrorInfo{}, false
	}
	t := ErrorInfo{Tone: tone, Title: s.Error.String()}
	r := adviceFor(s)
	t.Advice, t.Code = r.text, r.code
	switch {
	case tone != ToneFatal: // nothing is in the queue
	case s.Reason != "":
		t.QueueText, t.Constant = queueText(s.Reason, profile), constant(s.Reason)
	case s.Errno != "":
		t.QueueText = "errno " + s.Errno
	case s.Error == engine.ErrorSyscall:
		t.QueueText = "the error queue is empty, errno is 0"
	}
	return t, true
}

// queueText is an error as ERR_error_string writes it. In 1.1.1 there is the name
// of a function in it, too, which is not known here.
func queueText(reason, profile string) string {
	n, known := reasonNumbers[reason]
	if !known || profile == "openssl-1.1.1" {
		return "SSL routines: " + reason
	}
	hex := strings.ToUpper(strconv.FormatInt(int64(n), 16))
	return "error:0A" + strings.Repeat("0", 6-len(hex)) + hex + ":SSL routines::" + reason
}

// constant is the name of a reason in sslerr.h, "" for one that another header has.
func constant(reason string) string {
	if _, known := reasonNumbers[reason]; !known {
		return ""
	}
	name := strings.Replace(reason, "ssl/tls alert", "sslv3 alert", 1)
	return "SSL_R_" + strings.ToUpper(strings.ReplaceAll(name, " ", "_"))
}

// reasonNumbers are the reasons' numbers in sslerr.h.
var reasonNumbers = map[string]int{
	"still in init":                       121,
	"bad write retry":                     127,
	"encrypted length too long":           150,
	"protocol is shutdown":                207,
	"unexpected message":                  244,
	"unexpected record":                   245,
	"wrong ssl version":                   266,
	"wrong version number":                267,
	"bad length":                          271,
	"uninitialized":                       276,
	"decryption failed or bad record mac": 281,
	"application data after close notify": 291,
	"unexpected eof while reading":        294,
	"no renegotiation":                    339,
	"shutdown while in init":              407,
	"too many warn alerts":                409,
	"bad record type":                     443,
	"sslv3 alert unexpected message":      1010,
	"ssl/tls alert unexpected message":    1010,
	"sslv3 alert bad record mac":          1020,
	"ssl/tls alert bad record mac":        1020,
	"sslv3 alert handshake failure":       1040,
	"ssl/tls alert handshake failure":     1040,
	"tlsv1 alert record overflow":         1022,
	"tlsv1 alert decode error":            1050,
	"tlsv1 alert protocol version":        1070,
	"tlsv1 alert internal error":          1080,
}
