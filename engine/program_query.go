package engine

import "closenotify/engine/program"

// ask answers a query of a running program.
func (v *view) ask(call program.Call) program.Result {
	if answer, ok := v.askErrors(call); ok {
		return answer
	}
	switch call.Name {
	case "time", "clock_gettime", "gettimeofday":
		return program.Result{Time: v.world.processes.clock}
	case "fcntl":
		return v.askFlags(call.Args[0])
	}
	e := &v.world.endpoints[v.role]
	if e.state == Freed {
		return program.Result{Stop: "the SSL is used after SSL_free"}
	}
	switch call.Name {
	case "SSL_get_error":
		return program.Result{Ret: int64(v.getError(int32(call.Args[1])))}
	case "SSL_state_string_long":
		return program.Result{Text: e.StateString()}
	case "SSL_get_session":
		return program.Result{Null: !e.session.exists}
	}
	answer, ok := v.world.askNumber(v.role, call.Name)
	if !ok {
		return program.Result{Stop: call.Name + " is not modelled"}
	}
	return program.Result{Ret: answer}
}

// askFlags is fcntl with F_GETFL.
func (v *view) askFlags(fd int64) program.Result {
	e := &v.world.endpoints[v.role]
	switch {
	case v.world.isForeign(fd):
		return program.Result{Stop: "fcntl is modelled with the peer's own socket only"}
	case fd < 0 || e.socket.closed:
		return program.Result{Ret: -1}
	case e.blocking:
		return program.Result{Ret: readWrite}
	}
	return program.Result{Ret: readWrite | nonBlocking}
}

// getError is SSL_get_error.
func (v *view) getError(ret int32) SSLError {
	if ret > 0 {
		return ErrorNone
	}
	c := scheduler{world: &v.world, step: &v.step}.newCall(v.role, VerbShutdown)
	return c.resultAfter(c.failure())
}

// askNumber is a query of the SSL object that returns a number.
func (w *World) askNumber(r Role, name string) (answer int64, ok bool) {
	e := &w.endpoints[r]
	switch name {
	case "SSL_get_shutdown":
		return int64(e.shutdown), true
	case "SSL_pending":
		return int64(e.Pending()), true
	case "SSL_has_pending":
		return number(e.HasPending()), true
	case "SSL_is_init_finished":
		return number(e.state == Established), true
	case "SSL_in_init":
		return number(e.state != Established), true
	case "SSL_in_before":
		return number(e.state == Before), true
	case "SSL_get_fd", "SSL_get_rfd", "SSL_get_wfd":
		return w.descriptor(), true
	case "SSL_is_server":
		return int64(r), true
	case "SSL_version":
		return int64(w.shownVersion(r)), true
	case "SSL_get_mode":
		return e.mode.number(), true
	case "SSL_get_options":
		return w.options(r), true
	case "SSL_session_reused":
		return number(e.sessionReused), true
	case "SSL_SESSION_is_resumable":
		return number(e.session.resumable), true
	}
	return e.rwstate.askNumber(name)
}

// askNumber is SSL_want or one of its tests.
func (w Want) askNumber(name string) (answer int64, ok bool) {
	switch name {
	case "SSL_want":
		return wantNumbers[w], true
	case "SSL_want_nothing":
		return number(w == WantNothing), true
	case "SSL_want_read":
		return number(w == WantReading), true
	case "SSL_want_write":
		return number(w == WantWriting), true
	case "SSL_want_x509_lookup":
		return 0, true
	}
	return 0, false
}

// number is 1 for true.
func number(is bool) int64 {
	if is {
		return 1
	}
	return 0
}

// wantNumbers are the values of SSL_want (SSL_NOTHING in ssl.h and so on).
var wantNumbers = [...]int64{WantNothing: 1, WantReading: 3, WantWriting: 2}

// modeNumbers are the values of the modes in C, by the number of the mode's bit.
var modeNumbers = [...]int64{4, 1, 2}

// number is SSL_get_mode.
func (m mode) number() (sum int64) {
	for bit, number := range modeNumbers {
		if m.has(1 << bit) {
			sum |= number
		}
	}
	return sum
}

// The options that a connection has (ssl.h).
const (
	optionLegacyServerConnect   = 0x4      // SSL_OP_LEGACY_SERVER_CONNECT, a default before 3.0
	optionIgnoreEOF             = 0x80     // SSL_OP_IGNORE_UNEXPECTED_EOF
	optionNoTicket              = 0x4000   // SSL_OP_NO_TICKET: a server's of TLS 1.2, see start
	optionNoCompression         = 0x20000  // SSL_OP_NO_COMPRESSION
	optionEnableMiddleboxCompat = 0x100000 // SSL_OP_ENABLE_MIDDLEBOX_COMPAT
)

// options is SSL_get_options.
func (w *World) options(r Role) int64 {
	set := int64(optionNoCompression | optionEnableMiddleboxCompat)
	if !w.profile.has(diffEOFIsFatal) {
		set |= optionLegacyServerConnect
	} else if w.endpoints[r].ignoreEOF {
		set |= optionIgnoreEOF
	}
	if r == Server && w.config.Version == TLS12 {
		set |= optionNoTicket
	}
	return set
}

// knownOptions are the options that a program can set.
func (p *Profile) knownOptions() int64 {
	if p.has(diffEOFIsFatal) {
		return optionIgnoreEOF
	}
	return 0
}

// shownVersion is SSL_version: the newest that there is, until the peer knows better. A record
// that is refused may change it.
func (w *World) shownVersion(r Role) Version {
	e := &w.endpoints[r]
	if e.refusedVersion != 0 {
		return e.refusedVersion
	}
	if e.state == Before || r == Server && !e.negotiated {
		return TLS13
	}
	return w.config.Version
}
