package engine

import (
	"slices"
	"strconv"
)

// HandshakeType is a handshake message's type (RFC 8446 §4, RFC 5246 §7.4).
type HandshakeType uint8

// The messages.
const (
	HelloRequest        HandshakeType = 0
	ClientHello         HandshakeType = 1
	ServerHello         HandshakeType = 2
	NewSessionTicket    HandshakeType = 4
	EncryptedExtensions HandshakeType = 8
	Certificate         HandshakeType = 11
	ServerKeyExchange   HandshakeType = 12
	ServerHelloDone     HandshakeType = 14
	CertificateVerify   HandshakeType = 15
	ClientKeyExchange   HandshakeType = 16
	Finished            HandshakeType = 20
	KeyUpdate           HandshakeType = 24
)

// messageNames are the RFCs'.
var messageNames = map[HandshakeType]string{
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

// String returns the RFC's name, or the number of one that has none here.
func (m HandshakeType) String() string {
	if name, ok := messageNames[m]; ok {
		return name
	}
	return "message " + strconv.Itoa(int(m))
}

// MessageLength is a row of the table of message lengths.
type MessageLength struct {
	Message   HandshakeType
	Version   Version
	Resumes   bool // the hello offers a session, or accepts one
	Encrypted bool // the hello belongs to a renegotiation, which runs in an encrypted connection
	Bytes     int  // content of the record
}

// messageLengths are those of the handshakes that engine/capture has recorded, and a
// test there compares them. Other releases, certificates and signatures differ by a
// few bytes. Only the hellos depend on more than the version.
var messageLengths = [...]MessageLength{
	{ClientHello, TLS12, false, false, 128},
	{ClientHello, TLS12, true, false, 160},
	{ClientHello, TLS12, false, true, 140},
	{ClientHello, TLS12, true, true, 172},
	{ClientHello, TLS13, false, false, 252},
	{ClientHello, TLS13, true, false, 491},
	{ServerHello, TLS12, false, false, 93},
	{ServerHello, TLS12, true, false, 85},
	{ServerHello, TLS12, false, true, 117},
	{ServerHello, TLS12, true, true, 109},
	{ServerHello, TLS13, false, false, 155},
	{ServerHello, TLS13, true, false, 161},

	{HelloRequest, TLS12, false, false, 4},
	{Certificate, TLS12, false, false, 296},
	{ServerKeyExchange, TLS12, false, false, 148},
	{ServerHelloDone, TLS12, false, false, 4},
	{ClientKeyExchange, TLS12, false, false, 70},
	{Finished, TLS12, false, false, 16},

	{EncryptedExtensions, TLS13, false, false, 6},
	{Certificate, TLS13, false, false, 299},
	{CertificateVerify, TLS13, false, false, 79},
	{Finished, TLS13, false, false, 36},
	{NewSessionTicket, TLS13, false, false, 217},
	{KeyUpdate, TLS13, false, false, 5},
}

// MessageLengths lists the lengths of all messages that the engine sends.
func MessageLengths() []MessageLength { return slices.Clone(messageLengths[:]) }

// length looks up how many bytes of content the record of a message has. resumes and
// encrypted are as in the table; they matter for a hello only.
func (m HandshakeType) length(v Version, resumes, encrypted bool) int {
	hello := m == ClientHello || m == ServerHello
	for _, row := range messageLengths {
		if row.Message == m && row.Version == v && (!hello || row.Resumes == resumes && row.Encrypted == encrypted) {
			return row.Bytes
		}
	}
	panic("engine: the length of " + m.String() + " in " + v.String() + " is not in the table")
}
