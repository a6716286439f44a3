package engine

// renegotiate is SSL_renegotiate. It only asks for a handshake, which begins with the next
// call that reads, writes or makes a handshake.
func (c *call) renegotiate() int {
	ep := c.ep
	if ep.isTLS13(c.version) {
		c.raise(reasonWrongSSLVersion, funcSSLRenegotiate)
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

// beginRenegotiation begins a handshake in an established connection. A client sends its
// hello, a server asks for one.
func (c *call) beginRenegotiation() {
	ep := c.ep
	ep.s3Renegotiate = false
	ep.handshake, ep.handshakePos = pick(ep.role == Client, handshakeFull, handshakeHelloRequest), 0
	c.step.fire(RuleRenegotiationBegins)
}

// clientHelloInConnection is a ClientHello in an established connection. Since 3.0 a server
// refuses it unless it has asked for it (SSL_OP_ALLOW_CLIENT_RENEGOTIATION).
func (c *call) clientHelloInConnection() {
	ep := c.ep
	hello := c.takeMessage()
	if !ep.renegotiate && c.differs(diffClientRenegotiationRefused) {
		c.step.fire(RuleRenegotiationRefused)
		c.sendAlert(Alert{Warning, NoRenegotiation})
		return
	}
	ep.renegotiate = true
	ep.handshake, ep.handshakePos = handshakeFull, 1
	if c.resumes(hello) {
		ep.handshake = handshakeResumed
	}
	c.step.fire(RuleRenegotiationBegins)
}
