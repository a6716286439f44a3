package engine

// fatal ends the connection after an error in f (ossl_statem_fatal). The error is queued,
// the handshake state is an error from now on, and a fatal alert tells the peer, unless d
// is noAlert. A second fatal error only queues its reason.
func (c *call) fatal(d AlertDescription, r reason, f function) {
	c.raise(r, f)
	if c.ep.failed {
		return
	}
	c.ep.state, c.ep.failed = Init, true
	if d != noAlert {
		c.sendAlert(Alert{Fatal, d})
		c.deferReturn()
	}
}
