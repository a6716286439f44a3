package engine

// read is SSL_read of at most n bytes, or SSL_peek.
func (c *call) read(n int, peek bool) int {
	if n < 0 {
		return c.refuseLength()
	}
	if c.resetErrorState(c.ep.shutdown.Has(ReceivedShutdown) || c.ep.statemInHandshake) {
		return -1
	}
	if c.ep.shutdown.Has(ReceivedShutdown) {
		if !peek { // SSL_peek leaves rwstate alone, so SSL_get_error may still report an old wait
			c.ep.rwstate = WantNothing
		}
		c.step.fire(RuleReadAfterClose)
		return 0
	}
	c.renegotiateCheck()
	ret := c.readBytes(TypeApplicationData, n, peek)
	c.ep.inReadAppData = c.leftForAppData
	return ret
}
