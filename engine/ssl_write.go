package engine

// write is SSL_write of n bytes. A call by hand that repeats another passes the same buffer,
// as most applications do, so SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER decides only for programs.
func (c *call) write(n int) int {
	if n < 0 {
		return c.refuseLength()
	}
	o := &c.ep.out
	if c.resetErrorState(c.ep.shutdown.Has(SentShutdown) || c.ep.statemInHandshake ||
		c.ep.rwstate != WantNothing || !o.covers(n)) {
		return -1
	}
	if c.ep.shutdown.Has(SentShutdown) {
		c.ep.rwstate = WantNothing
		c.step.fire(RuleWriteAfterClose)
		return c.refuse(reasonProtocolIsShutdown, funcSSLWriteInternal)
	}
	c.renegotiateCheck()
	return c.writeBytes(n)
}
