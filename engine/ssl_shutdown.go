package engine

// shutdown is SSL_shutdown. Each call makes one step of the closing.
func (c *call) shutdown() int {
	if c.resetErrorState(true) {
		return -1
	}
	ep := c.ep
	switch {
	case ep.state != Established:
		c.step.fire(RuleShutdownInInit)
		return c.refuse(reasonShutdownWhileInInit, funcSSLShutdown)
	case ep.quietShutdown:
		c.setFlags(SentShutdown|ReceivedShutdown, 0)
		c.step.fire(RuleQuietShutdown)
		return 1
	case !ep.shutdown.Has(SentShutdown):
		return c.sendCloseNotify()
	case ep.out.alertDispatch != dispatchNone:
		c.step.fire(RuleDispatchAgain)
		if !c.dispatchAlert() {
			return -1
		}
	case !ep.shutdown.Has(ReceivedShutdown):
		return c.awaitCloseNotify()
	}
	return c.closed()
}

// sendCloseNotify is the first step. The flag is set before anything is written, and it
// stays set if the write fails.
func (c *call) sendCloseNotify() int {
	c.setFlags(c.ep.shutdown|SentShutdown, 0)
	c.step.fire(RuleSendCloseNotify)
	c.sendAlert(Alert{Warning, CloseNotify})
	if c.ep.out.alertDispatch != dispatchNone {
		c.step.fire(RuleCloseNotifyNotOut)
		return -1
	}
	return c.closed()
}

// awaitCloseNotify is the second step. It reads once, ignores what that returns and looks
// only at the flag.
func (c *call) awaitCloseNotify() int {
	c.step.fire(RuleAwaitCloseNotify)
	c.readBytes(noType, 0, false)
	if !c.ep.shutdown.Has(ReceivedShutdown) {
		return -1
	}
	return c.closed()
}

// closed returns 1 if both halves are closed, else 0.
func (c *call) closed() int {
	if c.ep.shutdown == SentShutdown|ReceivedShutdown && c.ep.out.alertDispatch == dispatchNone {
		c.step.fire(RuleBothClosed)
		return 1
	}
	c.step.fire(RuleHalfClosed)
	return 0
}
