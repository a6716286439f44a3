package engine

// write is SSL_write of n bytes, with SSL_MODE_ENABLE_PARTIAL_WRITE and
// SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER on.
func (c *call) write(n int) int {
	if c.ep.shutdown.Has(SentShutdown) {
		c.ep.rwstate = WantNothing
		c.raise(reasonProtocolIsShutdown, funcSSLWriteInternal)
		c.step.fire(RuleWriteAfterClose)
		return -1
	}
	c.renegotiateCheck()
	return c.writeBytes(n)
}
