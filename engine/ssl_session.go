package engine

// removeSession takes the current session out of the peer's cache and makes it useless
// for resumption (SSL_CTX_remove_session).
func (c *call) removeSession() {
	c.ep.session.inCache = false
	c.ep.session.resumable = false
	c.step.fire(RuleSessionDropped)
}

// clearBadSession is ssl_clear_bad_session: a session whose connection was not closed
// properly is removed from the cache. It reports whether it was.
func (c *call) clearBadSession() bool {
	if c.ep.shutdown.Has(SentShutdown) || c.ep.state != Established {
		c.step.fire(pick(c.ep.shutdown.Has(SentShutdown), RuleSessionKept, RuleSessionInInit))
		return false
	}
	if !c.ep.session.exists { // an SSL_clear that failed has removed it
		return false
	}
	c.removeSession()
	return true
}

// usesKeys reports whether the peer protects what it writes, and opens what it reads, once it has
// keys for that: see diffKeysNeedSession.
func (c *call) usesKeys() bool { return c.ep.session.exists || !c.differs(diffKeysNeedSession) }

// resumes reports whether the server resumes the session that the ClientHello offers. A
// stateless ticket is always good. A session with an ID must still be in the server's
// cache.
func (c *call) resumes(hello Record) bool {
	return hello.Resumes && (c.version == TLS13 || c.ep.session.inCache)
}

// chooseSession gives a server that has read a ClientHello the session that it resumes, or a new one.
func (c *call) chooseSession(hello Record) {
	c.ep.session.exists = true
	if c.resumes(hello) {
		c.ep.handshake = handshakeResumed
	}
}

// replaceSession replaces the current session after the hellos, unless it is resumed. In TLS
// 1.3 a client's session changes even then: its ticket was used up.
func (c *call) replaceSession(resumed bool) {
	ep, tls13 := c.ep, c.version == TLS13
	ep.sessionReused = resumed
	if resumed && (!tls13 || ep.role == Server) {
		return
	}
	if ep.session.inCache {
		ep.session.inCache = false
		ep.session.olderCached++
	}
	ep.session.resumable = !tls13 // TLS 1.2 resumes by the session's ID, before any ticket
}
