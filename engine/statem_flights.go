package engine

// A handshake is a row of moves for each peer (RFC 8446 §2, RFC 5246 §7.3). A
// peer makes one after the other and stops where it must wait: for a message, or
// for the transport to take what it has written.
type move struct {
	kind    moveKind
	message Message // of send and receive
}

// moveKind is what a move does.
type moveKind uint8

const (
	moveSend        moveKind = iota + 1 // a message goes into the handshake's buffer
	moveReceive                         // a message is read and processed
	moveFlush                           // the buffer goes to the transport
	moveFlushTicket                     // the same, but a peer that has gone does not matter
	moveSendCCS                         // a ChangeCipherSpec record goes into the buffer
	moveReceiveCCS                      // one is read
	moveWriteKeys                       // the keys to write with change
	moveReadKeys                        // the keys to read with change
)

// flight names a row of moves. Those of one peer begin alike as far as the hello
// that decides between them.
type flight uint8

const (
	flightNone flight = iota
	flightFull
	flightResumed      // the session goes on: no certificate (RFC 8446 §2.2, RFC 5246 §7.3)
	flightHelloRequest // a TLS 1.2 server asks for a new handshake
	flightKeyUpdate    // behind a TLS 1.3 handshake

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

// plans are indexed by role and plan.
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
// ChangeCipherSpec records are there for middleboxes only; whoever reads drops them
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
		flightResumed: { // one ticket is used up, so one is given
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

// moves is the plan of a peer.
func (p flight) moves(v Version, r Role) []move {
	if v == TLS12 {
		return flights12[r][p]
	}
	return flights13[r][p]
}
