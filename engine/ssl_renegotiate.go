package engine

// renegotiate is SSL_renegotiate: it only marks the wish. The handshake begins
// with the next call that reads, writes or shakes hands.
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

// renegotiateCheck puts the connection into a handshake if one was asked for and
// can begin (ssl3_renegotiate_check).
func (c *call) renegotiateCheck() {
	ep := c.ep
	if ep.s3Renegotiate && ep.state == Established && ep.idle() {
		ep.s3Renegotiate, ep.state = false, Init
	}
}

// idle reports whether no record is half read or half written. A header that has
// come alone does not count: its bytes are taken already.
func (e *Endpoint) idle() bool {
	return (e.in.got == 0 || e.in.got == headerLength) && e.out.wpendTot == 0
}

// beginAgain begins a handshake in an established connection: the client's with
// its hello, the server's by asking for one.
func (c *call) beginAgain() {
	ep := c.ep
	ep.s3Renegotiate = false
	ep.flight, ep.flightPos = pick(ep.role == Client, flightFull, flightHelloRequest), 0
	c.step.fire(RuleRenegotiationBegins)
}

// clientWantsAgain is a ClientHello that came in an established connection. Since
// 3.0 a server refuses it, unless it has asked for one
// (SSL_OP_ALLOW_CLIENT_RENEGOTIATION).
func (c *call) clientWantsAgain() {
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
