package engine

// setQuietShutdown is SSL_set_quiet_shutdown.
func (c *call) setQuietShutdown(on bool) int {
	c.ep.quietShutdown = on
	c.step.fire(RuleSetQuiet)
	return 0
}

// setOptions is SSL_set_options, with the one option that the language has.
func (c *call) setOptions() int {
	c.ep.ignoreEOF = true
	c.step.fire(pick(c.differs(diffEOFIsFatal), RuleIgnoreUnexpectedEOF, RuleNoSuchOption))
	return 0
}
