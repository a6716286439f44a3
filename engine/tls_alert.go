package engine

import "strconv"

// AlertLevel is the first byte of an alert (RFC 8446 §6).
type AlertLevel uint8

// The two levels.
const (
	Warning AlertLevel = 1
	Fatal   AlertLevel = 2
)

// String returns "warning" or "fatal".
func (l AlertLevel) String() string {
	switch l {
	case Warning:
		return "warning"
	case Fatal:
		return "fatal"
	}
	return strconv.Itoa(int(l))
}

// AlertDescription is the second byte of an alert (RFC 8446 §6).
type AlertDescription uint8

// The descriptions that a peer of this engine sends.
const (
	CloseNotify       AlertDescription = 0
	UnexpectedMessage AlertDescription = 10
	BadRecordMAC      AlertDescription = 20
	RecordOverflow    AlertDescription = 22
	HandshakeFailure  AlertDescription = 40
	DecodeError       AlertDescription = 50
	ProtocolVersion   AlertDescription = 70
	InternalError     AlertDescription = 80
	NoRenegotiation   AlertDescription = 100

	// noAlert marks a fatal error for which no alert is sent.
	noAlert AlertDescription = 255
)

var alertNames = map[AlertDescription]string{
	CloseNotify:       "close_notify",
	UnexpectedMessage: "unexpected_message",
	BadRecordMAC:      "bad_record_mac",
	RecordOverflow:    "record_overflow",
	HandshakeFailure:  "handshake_failure",
	DecodeError:       "decode_error",
	ProtocolVersion:   "protocol_version",
	InternalError:     "internal_error",
	NoRenegotiation:   "no_renegotiation",
}

// String returns the RFC's name, or the number of one that has none here.
func (d AlertDescription) String() string {
	if name, ok := alertNames[d]; ok {
		return name
	}
	return "alert " + strconv.Itoa(int(d))
}

// Alert is the content of an alert record.
type Alert struct {
	Level       AlertLevel
	Description AlertDescription
}

// String returns the description's name.
func (a Alert) String() string { return a.Description.String() }
