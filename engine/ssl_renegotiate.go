package engine

// renegotiate is SSL_renegotiate. It only asks for a handshake, which begins with the next
// call that reads, writes or makes a handshake.
func (c *call) renegotiate() int {
	ep := c.ep
	if ep.speaks13(c.version) {
		c.push(reasonWrongSSLVersion)
		c.step.fire(RuleRenegotiateRefused)
		return 0
	}
	ep.renegotiate, ep.newSession, ep.s3Renegotiate = true, true, true
	c.step.fire(RuleRenegotiateMarked)
	return 1
}

// renegotiateCheck begins a handshake if one was asked for and can begin
// (ssl3_renegotiate_check).
func (c *call) renegotiateCheck() {
	ep := c.ep
	if ep.s3Renegotiate && ep.state == Established && ep.idle() {
		ep.s3Renegotiate, ep.state = false, Init
	}
}

// idle reports whether no record is half read or half written. A record of which only the
// header was read does not count (RECORD_LAYER_read_pending).
func (e *Endpoint) idle() bool {
	return (e.in.got == 0 || e.in.got == headerLength) && e.out.wpendTot == 0
}

// beginAgain begins a handshake in an established connection. A client sends its hello, a
// server asks for one.
func (c *call) beginAgain() {
	ep := c.ep
	ep.s3Renegotiate = false
	ep.flight, ep.flightPos = pick(ep.role == Client, flightFull, flightHelloRequest), 0
	c.step.fire(RuleRenegotiationBegins)
}

// clientHelloAgain is a ClientHello in an established connection. Since 3.0 a server
// refuses it unless it has asked for it (SSL_OP_ALLOW_CLIENT_RENEGOTIATION).
func (c *call) clientHelloAgain() {
	ep := c.ep
	hello := c.takeMessage()
	if !ep.renegotiate && c.profile.has(diffRefusesRenegotiation) {
		c.step.fire(RuleRenegotiationRefused)
		c.sendAlert(Alert{Warning, NoRenegotiation})
		return
	}
	ep.renegotiate = true
	ep.flight, ep.flightPos = flightFull, 1
	if c.resumes(hello) {
		ep.flight = flightResumed
	}
	c.step.fire(RuleRenegotiationBegins)
}
