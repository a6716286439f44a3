package engine

import "strconv"

// Message is a handshake message's type (RFC 8446 §4).
type Message uint8

// The messages that are sent after a handshake.
const (
	NewSessionTicket Message = 4
	KeyUpdate        Message = 24
)

// String gives the RFC's name, or the number of one that has none here.
func (m Message) String() string {
	switch m {
	case NewSessionTicket:
		return "NewSessionTicket"
	case KeyUpdate:
		return "KeyUpdate"
	}
	return "message " + strconv.Itoa(int(m))
}

// Content of the records that carry them, bytes. A ticket's depends on what the
// server puts into it; OpenSSL's has about this many.
const (
	keyUpdateLength = 5
	ticketLength    = 217
	tickets         = 2 // that a server sends (SSL_CTX_set_num_tickets(3))
)
