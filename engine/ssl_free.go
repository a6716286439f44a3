package engine

// free is SSL_free. Nothing is sent.
func (c *call) free() {
	ep := c.ep
	c.clearBadSession()
	c.step.fire(RuleFree)
	ep.state = Freed
}
