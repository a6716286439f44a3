package engine

import "strconv"

// Message is a handshake message's type (RFC 8446 §4, RFC 5246 §7.4).
type Message uint8

// The messages.
const (
	HelloRequest        Message = 0
	ClientHello         Message = 1
	ServerHello         Message = 2
	NewSessionTicket    Message = 4
	EncryptedExtensions Message = 8
	Certificate         Message = 11
	ServerKeyExchange   Message = 12
	ServerHelloDone     Message = 14
	CertificateVerify   Message = 15
	ClientKeyExchange   Message = 16
	Finished            Message = 20
	KeyUpdate           Message = 24
)

// messageNames are the RFCs'.
var messageNames = map[Message]string{
	HelloRequest:        "HelloRequest",
	ClientHello:         "ClientHello",
	ServerHello:         "ServerHello",
	NewSessionTicket:    "NewSessionTicket",
	EncryptedExtensions: "EncryptedExtensions",
	Certificate:         "Certificate",
	ServerKeyExchange:   "ServerKeyExchange",
	ServerHelloDone:     "ServerHelloDone",
	CertificateVerify:   "CertificateVerify",
	ClientKeyExchange:   "ClientKeyExchange",
	Finished:            "Finished",
	KeyUpdate:           "KeyUpdate",
}

// String gives the RFC's name, or the number of one that has none here.
func (m Message) String() string {
	if name, ok := messageNames[m]; ok {
		return name
	}
	return "message " + strconv.Itoa(int(m))
}

// length is how many bytes of content the message's record has, of a handshake that
// resumes a session or not, in an encrypted connection again or not. Releases,
// certificates and signatures differ by a few bytes: these are those of the
// handshakes that engine/capture has recorded.
func (m Message) length(v Version, resumes, again bool) int {
	switch m {
	case HelloRequest, ServerHelloDone:
		return 4
	case ClientHello:
		return pick(v == TLS12, 128, 252) + pick(resumes, pick(v == TLS12, 32, 239), 0) + pick(again, 12, 0)
	case ServerHello:
		return pick(v == TLS12, pick(resumes, 85, 93), pick(resumes, 161, 155)) + pick(again, 24, 0)
	case EncryptedExtensions:
		return 6
	case Certificate:
		return pick(v == TLS12, 296, 299)
	case ServerKeyExchange:
		return 148
	case CertificateVerify:
		return 79
	case ClientKeyExchange:
		return 70
	case Finished:
		return pick(v == TLS12, 16, 36)
	case NewSessionTicket:
		return 217
	}
	return keyUpdateLength
}

// keyUpdateLength is the content of a KeyUpdate's record, bytes (RFC 8446 §4.6.3).
const keyUpdateLength = 5
