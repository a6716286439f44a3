package engine

// A handshake is a row of moves for each peer (RFC 8446 §2, RFC 5246 §7.3). A
// peer makes one after the other and stops where it must wait: for a message, or
// for the transport to take what it has written.
type handMove struct {
	kind    handKind
	message Message // of send and receive
}

// handKind is what a move does.
type handKind uint8

const (
	handSend        handKind = iota + 1 // a message goes into the handshake's buffer
	handReceive                         // a message is read and processed
	handFlush                           // the buffer goes to the transport
	handFlushTicket                     // the same, but a peer that has gone does not matter
	handSendCCS                         // a ChangeCipherSpec record goes into the buffer
	handReceiveCCS                      // one is read
	handWriteKeys                       // the keys to write with change
	handReadKeys                        // the keys to read with change
)

// plan names a row of moves. Those of one peer begin alike as far as the hello
// that decides between them.
type plan uint8

const (
	planNone plan = iota
	planFull
	planResumed   // the session goes on: no certificate (RFC 8446 §2.2, RFC 5246 §7.3)
	planHelloOnly // a TLS 1.2 server asks for a new handshake
	planKeyUpdate // behind a TLS 1.3 handshake

	planCount
)

func send(m Message) handMove    { return handMove{handSend, m} }
func receive(m Message) handMove { return handMove{handReceive, m} }

var (
	flush       = handMove{kind: handFlush}
	flushTicket = handMove{kind: handFlushTicket}
	sendCCS     = handMove{kind: handSendCCS}
	receiveCCS  = handMove{kind: handReceiveCCS}
	writeKeys   = handMove{kind: handWriteKeys}
	readKeys    = handMove{kind: handReadKeys}
)

// plans are indexed by role and plan.
var plans12 = [2][planCount][]handMove{
	Client: {
		planFull: {
			send(ClientHello), flush,
			receive(ServerHello), receive(Certificate), receive(ServerKeyExchange), receive(ServerHelloDone),
			send(ClientKeyExchange), sendCCS, writeKeys, send(Finished), flush,
			receiveCCS, readKeys, receive(Finished),
		},
		planResumed: {
			send(ClientHello), flush,
			receive(ServerHello), receiveCCS, readKeys, receive(Finished),
			sendCCS, writeKeys, send(Finished), flush,
		},
	},
	Server: {
		planFull: {
			receive(ClientHello),
			send(ServerHello), send(Certificate), send(ServerKeyExchange), send(ServerHelloDone), flush,
			receive(ClientKeyExchange), receiveCCS, readKeys, receive(Finished),
			sendCCS, writeKeys, send(Finished), flush,
		},
		planResumed: {
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys, send(Finished), flush,
			receiveCCS, readKeys, receive(Finished),
		},
		planHelloOnly: {send(HelloRequest), flush},
	},
}

// In TLS 1.3 there are keys for the handshake and others for the data. The
// ChangeCipherSpec records are there for middleboxes only; whoever reads drops them
// (RFC 8446 §D.4).
var plans13 = [2][planCount][]handMove{
	Client: {
		planFull: {
			send(ClientHello), flush,
			receive(ServerHello), readKeys,
			receive(EncryptedExtensions), receive(Certificate), receive(CertificateVerify), receive(Finished), readKeys,
			sendCCS, writeKeys, send(Finished), flush, writeKeys,
		},
		planResumed: {
			send(ClientHello), flush,
			receive(ServerHello), readKeys,
			receive(EncryptedExtensions), receive(Finished), readKeys,
			sendCCS, writeKeys, send(Finished), flush, writeKeys,
		},
		planKeyUpdate: keyUpdateMoves,
	},
	Server: {
		planFull: {
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys,
			send(EncryptedExtensions), send(Certificate), send(CertificateVerify), send(Finished), flush, writeKeys,
			readKeys, receive(Finished), readKeys,
			send(NewSessionTicket), flushTicket, send(NewSessionTicket), flushTicket,
		},
		planResumed: { // one ticket is used up, so one is given
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys,
			send(EncryptedExtensions), send(Finished), flush, writeKeys,
			readKeys, receive(Finished), readKeys,
			send(NewSessionTicket), flushTicket,
		},
		planKeyUpdate: keyUpdateMoves,
	},
}

// keyUpdateMoves are the same for both peers.
var keyUpdateMoves = []handMove{send(KeyUpdate), flush, writeKeys}

// moves is the plan of a peer.
func (p plan) moves(v Version, r Role) []handMove {
	if v == TLS12 {
		return plans12[r][p]
	}
	return plans13[r][p]
}
