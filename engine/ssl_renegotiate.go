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
	if !c.resumed && ep.s3Renegotiate && ep.state == Established && ep.idle() {
		c.setRenegotiate()
	}
}

// setRenegotiate lets the state machine begin the handshake that was asked for
// (ossl_statem_set_renegotiate). If a handshake has finished since it was asked for,
// s->renegotiate is cleared: a server still sends its HelloRequest, and a client waits for
// one.
func (c *call) setRenegotiate() {
	ep := c.ep
	ep.s3Renegotiate, ep.state = false, Init
	ep.helloRequestDue, ep.hasRenegotiated = true, true
}

// idle reports whether no record is half read or half written. A record of which only the
// header was read does not count (RECORD_LAYER_read_pending).
func (e *Endpoint) idle() bool { return !e.in.left && e.out.wpendTot == 0 }

// beginsHandshake reports whether the state machine, in an established connection, sends
// the first message of a renegotiation. If not, it reads the message that it was called
// for.
func (c *call) beginsHandshake() bool {
	ep := c.ep
	if ep.awaitsPostMessage || ep.isTLS13(c.version) {
		return false
	}
	return ep.role == Client && ep.renegotiate || ep.role == Server && ep.helloRequestDue
}

// beginRenegotiation begins a handshake in an established connection. A client sends its
// hello, a server asks for one.
func (c *call) beginRenegotiation() {
	ep := c.ep
	ep.helloRequestDue = false
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
	ep.renegotiate, ep.newSession = true, true
	ep.handshake, ep.handshakePos, ep.handState = handshakeFull, 1, receive(ClientHello)
	c.chooseSession(hello)
	c.step.fire(RuleRenegotiationBegins)
}

// acceptsInitialHello reports whether a server whose application has called
// SSL_renegotiate before the first handshake takes a ClientHello. It looks for the
// extension with which a renegotiation continues a connection (RFC 5746 §3.7), and the
// first handshake has no such connection.
func (c *call) acceptsInitialHello() bool {
	var r reason
	switch {
	case !c.differs(diffRenegotiationExtension):
		r = reasonSCSVReceivedWhenRenegotiating
	case c.version == TLS13:
		r = reasonUnsafeLegacyRenegotiation
		c.ep.session.exists = true // final_renegotiate comes after ssl_get_new_session
	default:
		return true
	}
	c.step.fire(RuleInitialHelloRefused)
	c.fatal(HandshakeFailure, r, funcEarlyPostProcessClientHello)
	return false
}
