package engine

// Endpoint is one peer: the parts of an SSL object and of its transport that decide how a
// connection ends. Comments name OpenSSL's own variable where there is one. Every step
// copies a World, so small fields stand together here and in the structures below.
type Endpoint struct {
	role          Role
	state         State
	shutdown      ShutdownFlags // s->shutdown
	quietShutdown bool          // s->quiet_shutdown
	rwstate       Want          // s->rwstate
	shouldRead    bool          // the last read of a BIO is to be repeated (BIO_should_read)
	shouldWrite   bool          // the last write to a BIO is to be repeated (BIO_should_write)
	hiddenWrite   bool          // it is, but SSL_get_error sees that only through SSL_get_rbio: see diffFlushHidesRetry

	failed            bool      // a fatal error has ended the connection (MSG_FLOW_ERROR)
	errorState        SSLError  // how the last call that records it failed (s->statem.error_state): see diffResultIgnoresQueue
	negotiated        bool      // the hellos are exchanged: the version is known
	refusedVersion    Version   // of the record that was refused for it, or came when no version was known; else 0 (then s->version)
	inReadAppData     bool      // the last SSL_read was given data in a handshake (s->s3.in_read_app_data)
	statemInHandshake bool      // SSL_clear failed in state_machine(), which did not decrement statem.in_handshake
	handshake         handshake // the handshake under way
	handState         action    // the last of its actions that the library has a state for (statem.hand_state)
	handshakePos      uint8     // how many of its actions are done

	s3Renegotiate     bool   // a renegotiation is to begin with the next call (s->s3.renegotiate)
	renegotiate       bool   // one was asked for, or is under way (s->renegotiate)
	newSession        bool   // it must not resume a session (s->new_session)
	helloRequestDue   bool   // a server's next message is a HelloRequest (s->statem.request_state)
	hasRenegotiated   bool   // a renegotiation has begun in this connection (s->s3.total_renegotiations)
	awaitsPostMessage bool   // the state machine has begun to read a message after a handshake (MSG_FLOW_READING in TLS_ST_OK)
	sessionReused     bool   // the last handshake resumed a session (s->hit)
	keyUpdate         update // s->key_update

	keepErrors bool // the error queue is not emptied before its calls
	ignoreEOF  bool // SSL_OP_IGNORE_UNEXPECTED_EOF
	mode       mode // s->mode
	blocking   bool // BIO_set_nbio(bio, 0)
	socket     socket

	blocked            *blockedCall // the call that the peer waits in, or nil
	sentBy, receivedBy setBy

	session session
	out     writer
	in      reader
}

// update is a KeyUpdate that the peer has still to send (s->key_update).
type update uint8

const (
	updateNone         update = iota // SSL_KEY_UPDATE_NONE, which is -1 there
	updateNotRequested               // SSL_KEY_UPDATE_NOT_REQUESTED, 0 there
	updateRequested                  // SSL_KEY_UPDATE_REQUESTED: the other peer must change its keys, too
)

// session is what the peer knows about sessions.
type session struct {
	exists      bool   // there is one (s->session is not NULL)
	resumable   bool   // SSL_SESSION_is_resumable of the current session
	inCache     bool   // the current session is in the peer's own cache
	olderCached uint32 // older sessions in that cache
}

// dispatch says whether an alert waits to be written (s->s3.alert_dispatch).
type dispatch uint8

const (
	dispatchNone    dispatch = iota
	dispatchPending          // not tried yet, because another record was half written
	dispatchRetry            // half written
)

// writer is the sending side of a peer.
type writer struct {
	epoch         uint32
	wpendType     ContentType // of wpendTot (rlayer.wpend_type)
	alertDispatch dispatch
	sendAlert     Alert // the last alert (s->s3.send_alert)
	seq           uint32
	record        Record     // the record last begun
	sent          int        // bytes of it that the transport has taken
	wpendTot      int        // bytes of content in it, while it is not written whole (rlayer.wpend_tot)
	wnum          int        // bytes of the same SSL_write that earlier records hold (rlayer.wnum)
	begunBlocking bool       // a call with a blocking BIO began the record, so it is never retried
	bufferBIO     *bufferBIO // BIO_f_buffer, or nil; never written in place
	bbio          []Record   // of a handshake, not written yet; the first may be half written
}

// reader is the receiving side of a peer.
type reader struct {
	epoch       uint32
	refused     bool // a record could not be accepted
	notReleased bool // a record was dropped and not released, so no other can be read
	dropped     bool // the current record was dropped: nothing of it is left
	left        bool // part of a header or of a body lies in the buffer, as the last read that returned left it (rbuf.left)
	seq         uint32
	partial     []segment        // what was read of a record that is not whole yet
	got         int              // bytes in partial
	body        int              // length after the header, as the header says; valid from got >= headerLength
	record      Record           // the record being processed
	unread      int              // bytes of it that no call has returned
	hasRecord   bool             // there is one, not released yet
	unreadable  bool             // there are no keys, and its content is ciphertext, or damaged
	warnAlert   AlertDescription // the last warning, 0 at first (s->s3.warn_alert)
	alertCount  uint8            // warnings in a row, at most maxWarnAlertCount (rlayer.alert_count)
}

// Shutdown is SSL_get_shutdown.
func (e Endpoint) Shutdown() ShutdownFlags { return e.shutdown }

// State says how far the handshake is.
func (e Endpoint) State() State { return e.state }

// Pending is SSL_pending: bytes of the current record that no call has returned.
func (e Endpoint) Pending() int {
	if (e.in.hasRecord || e.in.notReleased) && e.in.record.Type == TypeApplicationData {
		return e.in.unread
	}
	return 0
}

// HasPending is SSL_has_pending: the current record has not been read to its end, or part
// of the next one has been read from the transport. A header alone does not count, and
// neither does what a call that waits in a blocking BIO has read.
func (e Endpoint) HasPending() bool { return e.in.hasRecord && !e.in.isHeader() || e.in.left }

// isHeader reports whether the current record is a message without a body, such as a
// HelloRequest. The library has taken it out of the record whole (rlayer.handshake_fragment).
func (r reader) isHeader() bool {
	return r.record.Type == TypeHandshake && r.record.Length == messageHeaderLength && !r.dropped && !r.unreadable
}

// Blocked reports the call in which the peer waits for the transport.
func (e Endpoint) Blocked() (op Op, ok bool) {
	if e.blocked == nil {
		return Op{}, false
	}
	return e.blocked.op, true
}

// Failed reports whether a fatal error has ended the connection.
func (e Endpoint) Failed() bool { return e.failed }

// Want is SSL_want.
func (e Endpoint) Want() Want { return e.rwstate }

// QuietShutdown is SSL_get_quiet_shutdown.
func (e Endpoint) QuietShutdown() bool { return e.quietShutdown }

// Resumable is SSL_SESSION_is_resumable of the current session.
func (e Endpoint) Resumable() bool { return e.session.resumable }

// Cached reports whether the peer's own session cache holds a session.
func (e Endpoint) Cached() bool { return e.session.inCache || e.session.olderCached > 0 }

// SentBy says what set SSL_SENT_SHUTDOWN.
func (e Endpoint) SentBy() Cause { return e.sentBy.cause() }

// ReceivedBy says what set SSL_RECEIVED_SHUTDOWN.
func (e Endpoint) ReceivedBy() Cause { return e.receivedBy.cause() }

// HalfWritten reports how many bytes of a record the transport has taken so far
// when it has not taken it whole.
func (e Endpoint) HalfWritten() (r Record, sent int, ok bool) {
	return e.out.record, e.out.sent, e.out.wpendTot > 0
}

// HalfRead reports how many bytes of a record have been read so far when it has
// not come whole.
func (e Endpoint) HalfRead() (got int, ok bool) { return e.in.got, e.in.got > 0 }

// AlertWaiting reports the alert that has still to be written.
func (e Endpoint) AlertWaiting() (a Alert, ok bool) {
	return e.out.sendAlert, e.out.alertDispatch != dispatchNone
}
