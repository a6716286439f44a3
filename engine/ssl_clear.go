package engine

// clear is SSL_clear. The object becomes what it was before the handshake. It keeps its
// settings, and its session if the connection was closed properly.
func (c *call) clear() int {
	if c.clearBadSession() {
		c.ep.session.exists = false
	}
	if !c.resetConnection() {
		return 0
	}
	c.step.fire(RuleClear)
	return 1
}

// resetConnection forgets the connection (ossl_ssl_connection_reset). It fails half way
// through if a renegotiation was asked for and is not finished.
func (c *call) resetConnection() bool {
	ep := c.ep
	c.setFlags(0, 0)
	if ep.renegotiate {
		c.raise(reasonInternalError, funcSSLClear)
		c.step.fire(RuleClearFails)
		return false
	}
	*ep = Endpoint{
		role: ep.role, state: Before, session: ep.session, shouldRead: ep.shouldRead, shouldWrite: ep.shouldWrite, hiddenWrite: ep.hiddenWrite,
		out:    writer{bufferBIO: ep.out.bufferBIO}, // the BIO belongs to the transport
		socket: ep.socket, blocking: ep.blocking,
		quietShutdown: ep.quietShutdown, keepErrors: ep.keepErrors, ignoreEOF: ep.ignoreEOF, mode: ep.mode,
	}
	return true
}
