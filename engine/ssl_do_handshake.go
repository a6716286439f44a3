package engine

// doHandshake is SSL_do_handshake.
func (c *call) doHandshake() int {
	c.resetErrorState(false)
	c.renegotiateCheck()
	if c.ep.state == Established {
		c.step.fire(RuleHandshakeDone)
		return 1
	}
	if !c.stateMachine() {
		return -1
	}
	return 1
}
