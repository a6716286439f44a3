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

// length is how many bytes of content the message's record has. Most depend on
// keys, certificates and releases; OpenSSL's have about as many.
func (m Message) length(v Version, resumed bool) int {
	switch m {
	case HelloRequest, ServerHelloDone:
		return 4
	case ClientHello:
		return pick(v == TLS12, 128, 252) + pick(resumed, pick(v == TLS12, 32, 239), 0)
	case ServerHello:
		return pick(v == TLS12, 92, 122) + pick(resumed && v == TLS13, 6, 0)
	case EncryptedExtensions:
		return 6
	case Certificate:
		return pick(v == TLS12, 300, 332)
	case ServerKeyExchange:
		return 147
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
