package engine

// move is one step of a handshake. Each peer makes a row of them, one after the other
// (RFC 8446 §2, RFC 5246 §7.3). It stops where it must wait for a message, or for the
// transport to take what it has written.
type move struct {
	kind    moveKind
	message Message // of moveSend and moveReceive
}

// moveKind is what a move does.
type moveKind uint8

const (
	moveSend        moveKind = iota + 1 // a message goes into the handshake's buffer
	moveReceive                         // a message is read and processed
	moveFlush                           // the buffer goes to the transport
	moveFlushTicket                     // the same, but it does not matter whether the peer is still there
	moveSendCCS                         // a ChangeCipherSpec record goes into the buffer
	moveReceiveCCS                      // a ChangeCipherSpec record is read
	moveWriteKeys                       // the keys to write with change
	moveReadKeys                        // the keys to read with change
)

// flight names a row of moves. All rows of one peer are the same up to the hello that
// decides between them.
type flight uint8

const (
	flightNone flight = iota
	flightFull
	flightResumed      // a session is resumed: no certificate (RFC 8446 §2.2, RFC 5246 §7.3)
	flightHelloRequest // a TLS 1.2 server asks for a new handshake
	flightKeyUpdate    // after a TLS 1.3 handshake

	flightCount
)

func send(m Message) move    { return move{moveSend, m} }
func receive(m Message) move { return move{moveReceive, m} }

var (
	flush       = move{kind: moveFlush}
	flushTicket = move{kind: moveFlushTicket}
	sendCCS     = move{kind: moveSendCCS}
	receiveCCS  = move{kind: moveReceiveCCS}
	writeKeys   = move{kind: moveWriteKeys}
	readKeys    = move{kind: moveReadKeys}
)

// flights12 and flights13 are indexed by role and flight.
var flights12 = [2][flightCount][]move{
	Client: {
		flightFull: {
			send(ClientHello), flush,
			receive(ServerHello), receive(Certificate), receive(ServerKeyExchange), receive(ServerHelloDone),
			send(ClientKeyExchange), sendCCS, writeKeys, send(Finished), flush,
			receiveCCS, readKeys, receive(Finished),
		},
		flightResumed: {
			send(ClientHello), flush,
			receive(ServerHello), receiveCCS, readKeys, receive(Finished),
			sendCCS, writeKeys, send(Finished), flush,
		},
	},
	Server: {
		flightFull: {
			receive(ClientHello),
			send(ServerHello), send(Certificate), send(ServerKeyExchange), send(ServerHelloDone), flush,
			receive(ClientKeyExchange), receiveCCS, readKeys, receive(Finished),
			sendCCS, writeKeys, send(Finished), flush,
		},
		flightResumed: {
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys, send(Finished), flush,
			receiveCCS, readKeys, receive(Finished),
		},
		flightHelloRequest: {send(HelloRequest), flush},
	},
}

// In TLS 1.3 there are keys for the handshake and others for the data. The
// ChangeCipherSpec records are there for middleboxes only, and the reader drops them
// (RFC 8446 §D.4).
var flights13 = [2][flightCount][]move{
	Client: {
		flightFull: {
			send(ClientHello), flush,
			receive(ServerHello), readKeys,
			receive(EncryptedExtensions), receive(Certificate), receive(CertificateVerify), receive(Finished), readKeys,
			sendCCS, writeKeys, send(Finished), flush, writeKeys,
		},
		flightResumed: {
			send(ClientHello), flush,
			receive(ServerHello), readKeys,
			receive(EncryptedExtensions), receive(Finished), readKeys,
			sendCCS, writeKeys, send(Finished), flush, writeKeys,
		},
		flightKeyUpdate: keyUpdateMoves,
	},
	Server: {
		flightFull: {
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys,
			send(EncryptedExtensions), send(Certificate), send(CertificateVerify), send(Finished), flush, writeKeys,
			readKeys, receive(Finished), readKeys,
			send(NewSessionTicket), flushTicket, send(NewSessionTicket), flushTicket,
		},
		flightResumed: { // one ticket was used up, so one is sent
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys,
			send(EncryptedExtensions), send(Finished), flush, writeKeys,
			readKeys, receive(Finished), readKeys,
			send(NewSessionTicket), flushTicket,
		},
		flightKeyUpdate: keyUpdateMoves,
	},
}

// keyUpdateMoves are the same for both peers.
var keyUpdateMoves = []move{send(KeyUpdate), flush, writeKeys}

// moves are the moves of a peer.
func (p flight) moves(v Version, r Role) []move {
	if v == TLS12 {
		return flights12[r][p]
	}
	return flights13[r][p]
}
