package engine

import (
	"math"

	"closenotify/engine/program"
)

// makeCall makes the call of a program.
func (s scheduler) makeCall(r Role, p *process, call program.Call) {
	if isSystemCall(call.Name) {
		s.systemCall(r, p, call)
		return
	}
	ep := &s.world.endpoints[r]
	if call.Args[0] == 0 { // SSL_free of NULL; the machine has stopped the others
		p.state = p.state.Return(program.Result{})
		return
	}
	if ep.state == Freed {
		p.stop("the SSL is used after SSL_free")
		return
	}
	if !s.setCall(r, p, call) {
		s.sslCall(r, p, call)
	}
}

// setCall makes a call that sets something in the SSL object. It reports whether the call is one.
func (s scheduler) setCall(r Role, p *process, call program.Call) bool {
	switch call.Name {
	case "SSL_free":
		c := s.newCall(r, VerbFree)
		c.free()
	case "SSL_set_shutdown":
		if call.Args[1]&^int64(SentShutdown|ReceivedShutdown) != 0 {
			p.stop("SSL_set_shutdown is modelled with SSL_SENT_SHUTDOWN and SSL_RECEIVED_SHUTDOWN only")
			return true
		}
		c := s.newCall(r, VerbSetShutdown)
		c.setShutdown(ShutdownFlags(call.Args[1]))
	case "SSL_set_quiet_shutdown":
		c := s.newCall(r, VerbSetQuietShutdown)
		c.setQuietShutdown(call.Args[1] != 0)
	case "SSL_set_options":
		s.setOptions(r, p, call)
		return true
	case "SSL_set_mode", "SSL_clear_mode":
		s.setModes(r, p, call)
		return true
	default:
		return false
	}
	p.state = p.state.Return(program.Result{})
	return true
}

// setOptions is SSL_set_options.
func (s scheduler) setOptions(r Role, p *process, call program.Call) {
	if call.Args[1]&^s.world.profile.knownOptions() != 0 {
		p.stop("SSL_set_options is modelled with SSL_OP_IGNORE_UNEXPECTED_EOF only")
		return
	}
	if call.Args[1] != 0 {
		c := s.newCall(r, VerbSetOptions)
		c.setOptions()
	}
	s.returnValue(p, s.world.options(r))
}

// returnValue ends a call that returns the new options or modes.
func (s scheduler) returnValue(p *process, value int64) {
	s.step.Returned, s.step.Ret, s.step.ran.Answer = true, int(value), Answer{Keys: ReturnKeys}
	p.state = p.state.Return(program.Result{Ret: value})
}

// setModes is SSL_set_mode or SSL_clear_mode.
func (s scheduler) setModes(r Role, p *process, call program.Call) {
	left := call.Args[1]
	for _, number := range modeNumbers {
		left &^= number
	}
	if left != 0 {
		p.stop(call.Name + " is modelled with SSL_MODE_AUTO_RETRY, SSL_MODE_ENABLE_PARTIAL_WRITE and SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER only")
		return
	}
	c := s.newCall(r, VerbSetMode)
	for bit, number := range modeNumbers {
		if call.Args[1]&number != 0 {
			c.setMode(bit, call.Name == "SSL_set_mode")
		}
	}
	s.returnValue(p, s.world.endpoints[r].mode.number())
}

// sslVerbs are the verbs of the calls that return something.
var sslVerbs = map[string]Verb{
	"SSL_read": VerbRead, "SSL_peek": VerbPeek, "SSL_write": VerbWrite,
	"SSL_read_ex": VerbReadEx, "SSL_peek_ex": VerbPeekEx, "SSL_write_ex": VerbWriteEx,
	"SSL_shutdown": VerbShutdown, "SSL_key_update": VerbKeyUpdate, "SSL_renegotiate": VerbRenegotiate, "SSL_clear": VerbClear,
	// A peer knows already whether it is a client, so the last two are the first.
	"SSL_do_handshake": VerbDoHandshake, "SSL_connect": VerbDoHandshake, "SSL_accept": VerbDoHandshake,
}

// invalidUpdate stands for all types that SSL_key_update refuses.
const invalidUpdate = 2

// sslCall makes a call of the library that returns something.
func (s scheduler) sslCall(r Role, p *process, call program.Call) {
	op := Op{Verb: sslVerbs[call.Name], Role: r}
	c := s.newCall(r, op.Verb)
	c.ofProgram = true
	switch {
	case op.Verb.ReadsData() || op.Verb.WritesData():
		n := call.Args[2]
		if op.Verb.IsEx() && n < 0 { // a size_t
			n = math.MaxInt64
		}
		op.N, c.buf = int(n), call.Args[1]
	case op.Verb == VerbKeyUpdate:
		if op.N = int(call.Args[1]); op.N != 0 && op.N != 1 {
			op.N = invalidUpdate
		}
	}
	s.step.ran.Verb = op.Verb
	s.make(&c, op)
	if s.step.Returned {
		p.state = p.state.Return(program.Result{Ret: int64(s.step.Ret), Errno: s.step.Errno.number(), Bytes: int64(s.step.Bytes)})
	}
}

// noteBuffer notes where the data of a record lies that begins with byte done of a write.
func (c *call) noteBuffer(done int) {
	if c.process != nil {
		c.process.wpendBuf = c.buf + int64(done)
	}
}

// hasSameBuffer reports whether a write passes the data of the record that has begun at the same
// place. If not, the connection ends, unless the place may change.
func (c *call) hasSameBuffer(done int) bool {
	if c.process == nil || c.ep.out.wpendTot == 0 || c.ep.mode.has(modeAcceptMovingWriteBuffer) || c.process.wpendBuf == c.buf+int64(done) {
		return true
	}
	return c.badWriteRetry()
}

// refuseLength is SSL_read, SSL_peek or SSL_write of a negative number of bytes.
func (c *call) refuseLength() int {
	f := funcSSLRead
	switch c.verb {
	case VerbPeek:
		f = funcSSLPeek
	case VerbWrite:
		f = funcSSLWrite
	}
	return c.refuse(reasonBadLength, f)
}
