package engine

// action is one step of a handshake. Each peer runs a sequence of them (RFC 8446 §2, RFC
// 5246 §7.3). It stops where it must wait for a message, or for the transport to take
// what it has written.
type action struct {
	kind    actionKind
	message HandshakeType // of actionSend and actionReceive
}

// actionKind is what an action does.
type actionKind uint8

const (
	actionSend        actionKind = iota + 1 // a message goes into the handshake's buffer
	actionReceive                           // a message is read and processed
	actionFlush                             // the buffer goes to the transport
	actionFlushTicket                       // the same, but it does not matter whether the peer is still there
	actionSendCCS                           // a ChangeCipherSpec record goes into the buffer
	actionReceiveCCS                        // a ChangeCipherSpec record is read
	actionWriteKeys                         // the keys to write with change
	actionReadKeys                          // the keys to read with change

	// States between the steps of a handshake, see handState.
	actionAwaitFinished // a TLS 1.3 server has sent its Finished and waits for the client's
	actionNone          // no handshake is under way
)

// handshake names a sequence of actions. All sequences of one peer are the same up to the
// hello that decides between them.
type handshake uint8

const (
	handshakeNone handshake = iota
	handshakeFull
	handshakeResumed      // a session is resumed: no certificate (RFC 8446 §2.2, RFC 5246 §7.3)
	handshakeHelloRequest // a TLS 1.2 server asks for a new handshake
	handshakeKeyUpdate    // after a TLS 1.3 handshake

	handshakeCount
)

func send(m HandshakeType) action    { return action{actionSend, m} }
func receive(m HandshakeType) action { return action{actionReceive, m} }

var (
	flush       = action{kind: actionFlush}
	flushTicket = action{kind: actionFlushTicket}
	sendCCS     = action{kind: actionSendCCS}
	receiveCCS  = action{kind: actionReceiveCCS}
	writeKeys   = action{kind: actionWriteKeys}
	readKeys    = action{kind: actionReadKeys}

	awaitFinished = action{kind: actionAwaitFinished}
)

// handshakes12 and handshakes13 are indexed by role and handshake.
var handshakes12 = [2][handshakeCount][]action{
	Client: {
		handshakeFull: {
			send(ClientHello), flush,
			receive(ServerHello), receive(Certificate), receive(ServerKeyExchange), receive(ServerHelloDone),
			send(ClientKeyExchange), sendCCS, writeKeys, send(Finished), flush,
			receiveCCS, readKeys, receive(Finished),
		},
		handshakeResumed: {
			send(ClientHello), flush,
			receive(ServerHello), receiveCCS, readKeys, receive(Finished),
			sendCCS, writeKeys, send(Finished), flush,
		},
	},
	Server: {
		handshakeFull: {
			receive(ClientHello),
			send(ServerHello), send(Certificate), send(ServerKeyExchange), send(ServerHelloDone), flush,
			receive(ClientKeyExchange), receiveCCS, readKeys, receive(Finished),
			sendCCS, writeKeys, send(Finished), flush,
		},
		handshakeResumed: {
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys, send(Finished), flush,
			receiveCCS, readKeys, receive(Finished),
		},
		handshakeHelloRequest: {send(HelloRequest), flush},
	},
}

// In TLS 1.3 there are keys for the handshake and others for the data. The
// ChangeCipherSpec records are there for middleboxes only, and the reader drops them
// (RFC 8446 §D.4).
var handshakes13 = [2][handshakeCount][]action{
	Client: {
		handshakeFull: {
			send(ClientHello), flush,
			receive(ServerHello), readKeys,
			receive(EncryptedExtensions), receive(Certificate), receive(CertificateVerify), receive(Finished), readKeys,
			sendCCS, writeKeys, send(Finished), flush, writeKeys,
		},
		handshakeResumed: {
			send(ClientHello), flush,
			receive(ServerHello), readKeys,
			receive(EncryptedExtensions), receive(Finished), readKeys,
			sendCCS, writeKeys, send(Finished), flush, writeKeys,
		},
		handshakeKeyUpdate: keyUpdateActions,
	},
	Server: {
		handshakeFull: {
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys,
			send(EncryptedExtensions), send(Certificate), send(CertificateVerify), send(Finished), flush, writeKeys,
			awaitFinished, readKeys, receive(Finished), readKeys,
			send(NewSessionTicket), flushTicket, send(NewSessionTicket), flushTicket,
		},
		handshakeResumed: { // one ticket was used up, so one is sent
			receive(ClientHello),
			send(ServerHello), sendCCS, writeKeys,
			send(EncryptedExtensions), send(Finished), flush, writeKeys,
			awaitFinished, readKeys, receive(Finished), readKeys,
			send(NewSessionTicket), flushTicket,
		},
		handshakeKeyUpdate: keyUpdateActions,
	},
}

// keyUpdateActions are the same for both peers.
var keyUpdateActions = []action{send(KeyUpdate), flush, writeKeys}

// actions is the sequence of a peer.
func (p handshake) actions(v Version, r Role) []action {
	if v == TLS12 {
		return handshakes12[r][p]
	}
	return handshakes13[r][p]
}
