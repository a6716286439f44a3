package engine

// keyUpdate is SSL_key_update. It only marks the update. The message leaves with the next
// call that reads, writes or makes a handshake.
func (c *call) keyUpdate(u update) int {
	ep := c.ep
	refuse := func(r reason) int {
		c.raise(r, funcSSLKeyUpdate)
		c.step.fire(RuleKeyUpdateRefused)
		return 0
	}
	switch {
	case !ep.isTLS13(c.version):
		return refuse(reasonWrongSSLVersion)
	case u > updateRequested: // a program's
		return refuse(reasonInvalidKeyUpdateType)
	case ep.state != Established:
		return refuse(reasonStillInInit)
	case ep.out.wpendTot != 0:
		return refuse(reasonBadWriteRetry)
	}
	ep.state, ep.keyUpdate = Init, u
	c.step.fire(RuleKeyUpdateMarked)
	return 1
}
