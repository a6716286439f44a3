package engine

// Endpoint is one peer: the part of an SSL object that has to do with the end of
// a connection. Comments name OpenSSL's own variable where one exists.
type Endpoint struct {
	role          Role
	state         State
	flags         ShutdownFlags // s->shutdown
	quietShutdown bool          // s->quiet_shutdown
	want          Want          // s->rwstate
	retry         Want          // what the transport's last operation asked to have repeated (BIO_should_retry)

	failed            bool   // a fatal error has ended the connection (MSG_FLOW_ERROR)
	negotiated        bool   // the hellos are exchanged: the version is known
	inReadAppData     bool   // the last read found data in a handshake and was let have them (s->s3.in_read_app_data)
	statemInHandshake bool   // a handshake that could not begin counts as under way (statem.in_handshake)
	flight            flight // of the handshake under way
	flightPos         int    // moves of it that are made

	s3Renegotiate bool // a renegotiation is to begin with the next call (s->s3.renegotiate)
	renegotiate   bool // one was asked for or goes on (s->renegotiate)
	newSession    bool // and it is not to resume (s->new_session)

	keepErrors  bool // the error queue is not emptied before its calls
	ignoreEOF   bool // SSL_OP_IGNORE_UNEXPECTED_EOF
	noAutoRetry bool // SSL_MODE_AUTO_RETRY is off

	sentBy, receivedBy Cause

	socket socket

	blocking bool         // BIO_set_nbio(bio, 0)
	blocked  *blockedCall // nil while the peer is in no call

	session session
	update  update
	out     writer
	in      reader
}

// update is a change of the peer's own keys that is still to be announced
// (s->key_update).
type update uint8

const (
	updateNone         update = iota // SSL_KEY_UPDATE_NONE, which is -1 there
	updateNotRequested               // SSL_KEY_UPDATE_NOT_REQUESTED, 0 there
	updateRequested                  // SSL_KEY_UPDATE_REQUESTED: the other peer is to change its keys, too
)

// session is the peer's part in resumption.
type session struct {
	resumable   bool // SSL_SESSION_is_resumable of the current session
	inCache     bool // the current session is in the peer's own cache
	olderCached int  // sessions of earlier tickets in that cache
}

// dispatch says whether an alert waits to be written (s->s3.alert_dispatch).
type dispatch uint8

const (
	dispatchNone    dispatch = iota
	dispatchPending          // not yet tried, a record of data was in front of it
	dispatchRetry            // begun, the transport did not take it whole
)

// writer is the sending side of a peer.
type writer struct {
	epoch         uint32
	seq           uint64
	record        Record // the record last begun
	sent          int    // bytes of it that the transport has taken
	wpendTot      int    // its content while it is not yet out whole, bytes (rlayer.wpend_tot)
	wpendType     RecordType
	wnum          int // content of the same SSL_write already out in earlier records (rlayer.wnum)
	alert         Alert
	dispatch      dispatch
	begunBlocking bool       // the record was begun by a call that blocks, which needs no retry
	bio           *outBuffer // of the transport, nil where it has none; never written in place
	buffered      []Record   // of a handshake, not yet out whole; the first is the one last begun
}

// reader is the receiving side of a peer.
type reader struct {
	epoch       uint32
	seq         uint64
	refused     bool             // a record could not be accepted
	notReleased bool             // one was dropped and not released: no other can be read
	dropped     bool             // the record is one that was dropped: nothing of it is left
	partial     []segment        // what has been read of a record that has not come whole
	got         int              // bytes in partial
	body        int              // content length that its header announced; valid from got >= headerLength
	record      Record           // the record being processed
	hasRecord   bool             // there is one: it is not released yet
	unread      int              // bytes of it that no call has returned
	warnAlert   AlertDescription // the last warning, 0 at first (s->s3.warn_alert)
	alertCount  int              // warnings in a row (rlayer.alert_count)
}

// Shutdown is SSL_get_shutdown.
func (e Endpoint) Shutdown() ShutdownFlags { return e.flags }

// State says how far the handshake is.
func (e Endpoint) State() State { return e.state }

// Pending is SSL_pending: bytes of the current record that no call has returned.
func (e Endpoint) Pending() int {
	if e.in.hasRecord && e.in.record.Type == TypeApplicationData {
		return e.in.unread
	}
	return 0
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
func (e Endpoint) Want() Want { return e.want }

// Quiet is SSL_get_quiet_shutdown.
func (e Endpoint) Quiet() bool { return e.quietShutdown }

// Resumable is SSL_SESSION_is_resumable of the current session.
func (e Endpoint) Resumable() bool { return e.session.resumable }

// Cached reports whether the peer's own session cache holds a session.
func (e Endpoint) Cached() bool { return e.session.inCache || e.session.olderCached > 0 }

// SentBy says what set SSL_SENT_SHUTDOWN.
func (e Endpoint) SentBy() Cause { return e.sentBy }

// ReceivedBy says what set SSL_RECEIVED_SHUTDOWN.
func (e Endpoint) ReceivedBy() Cause { return e.receivedBy }

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
	return e.out.alert, e.out.dispatch != dispatchNone
}
